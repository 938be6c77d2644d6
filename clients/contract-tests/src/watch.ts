import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Server } from '@greengraph/test-server'
import { createClient } from 'graphql-sse'
import { Changes, signal, withText } from './changes.js'
import { subscribeBy } from './live-clients.js'

export const KEY = 'a-key-of-the-contract-tests-that-nobody-guesses'
export const HEADERS = { 'X-API-Key': KEY }

/** Of a gateway that wants the key, and reads the journals each second while somebody subscribes. */
export const LIVE_SETTINGS = {
  'greengraph.auth.mode': 'api-key',
  'greengraph.auth.callers.web.key-hashes': createHash('sha256').update(KEY).digest('hex'),
  'greengraph.auth.callers.web.accounts': '*',
  'greengraph.cache.messages.fresh-for': '1s',
}

const CHAT = '70000778000@c.us'

/** The first subscription of a gateway; it knows the newest position. */
export class Watch {
  private changes: Promise<Changes> | undefined
  private probes = 0

  /** A subscription after this position gets all that is added from here on, whenever the gateway takes it. */
  async positionOf(server: Server): Promise<string> {
    const changes = await (this.changes ??= start(server))
    const text = `probe ${this.probes++}`
    await server.addMessage({ chatId: CHAT, text })
    return (await changes.until(withText(text))).position
  }

  async stop(): Promise<void> {
    ;(await this.changes)?.stop()
  }
}

/** What is read first is no change, so nothing may be added before. */
async function start({ url }: Server): Promise<Changes> {
  const { promise: connected, resolve } = signal()
  const changes = new Changes(subscribeBy(createClient({ url, headers: HEADERS, on: { connected: resolve } })), CHAT)
  await connected
  const body = JSON.stringify({ query: '{ account { messages(first: 1) { totalCount } } }' })
  const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', ...HEADERS }, body })
  assert.equal(answer.status, 200)
  return changes
}
