import assert from 'node:assert/strict'
import { after } from 'node:test'
import { resuming, type SubscribingClient } from '@greengraph/schema'
import { liveClient, type LiveOptions } from '@greengraph/schema/live'
import type { Server } from '@greengraph/test-server'
import { createClient as createEventStreamClient } from 'graphql-sse'
import { WebSocket } from 'ws'
import { Changes, signal, withText } from './changes.js'
import { gatewayTests } from './gateway.js'
import { LIVE_CLIENTS, subscribeBy } from './live-clients.js'
import { subscribeByRelay } from './relay-client.js'
import { HEADERS, KEY, LIVE_SETTINGS, Watch } from './watch.js'

const gatewayTest = await gatewayTests({ settings: LIVE_SETTINGS })
const watch = new Watch()
after(() => watch.stop())

/** Node 20 has no WebSocket of its own; a connection that was lost is opened again at once. */
const optionsOf = ({ url }: Server) => ({ url, key: () => KEY, webSocketImpl: WebSocket, retryWait: async () => undefined }) satisfies LiveOptions

const CLIENTS = { ...LIVE_CLIENTS, 'Relay, requestSubscription': subscribeByRelay }

for (const [index, [client, create]] of Object.entries(CLIENTS).entries()) {
  gatewayTest(`${client}: a message comes once, its delivery as a change of it`, async (server) => {
    const chatId = `7000077810${index}@c.us`
    const changes = new Changes(create(optionsOf(server)), chatId, await watch.positionOf(server))

    const { idMessage } = await server.addMessage({ chatId, text: 'The blue mug is ready.', outgoing: true })
    await server.setDelivery({ idMessage, state: 'sent' })
    const added = await changes.until(withText('The blue mug is ready.'))
    await server.setDelivery({ idMessage, state: 'read' })
    const read = await changes.until(({ message }) => message?.deliveryStatus === 'READ')
    changes.stop()

    assert.equal(added.kind, 'ADDED')
    assert.deepEqual([read.kind, read.message?.id], ['CHANGED', added.message?.id])
    assert.equal(changes.all.filter(({ kind }) => kind === 'ADDED').length, 1)
  })

  gatewayTest(`${client}: a position that is not known any more is told, and it goes on from now`, async (server) => {
    const chatId = `7000077820${index}@c.us`
    await watch.positionOf(server)
    const { promise: missed, resolve } = signal()
    const changes = new Changes(create({ ...optionsOf(server), onMissed: resolve }), chatId, 'of-another-process.7')
    await missed

    // Nothing tells a client from when on it is told: add until it is.
    const added: string[] = []
    while (changes.all.length === 0) {
      added.push(`message ${added.length}`)
      await server.addMessage({ chatId, text: added.at(-1)! })
      await watch.positionOf(server)
    }
    await changes.until(withText(added.at(-1)!))
    changes.stop()

    assert.deepEqual(changes.texts, added.slice(-changes.texts.length))
  })
}

gatewayTest('graphql-ws: after a lost connection nothing is missing, and nothing comes twice', async (server) => {
  const client = liveClient({ ...optionsOf(server), onMissed: () => assert.fail('nothing was missed') })

  await goesOn(server, '70000778300@c.us', subscribeBy(client), () => client.terminate())
})

gatewayTest('graphql-sse: after a lost connection nothing is missing, and nothing comes twice', async (server) => {
  const { fetch, cut } = cuttableFetch()
  const client = createEventStreamClient({ url: server.url, headers: HEADERS, fetchFn: fetch, retry: async () => undefined })

  await goesOn(server, '70000778301@c.us', subscribeBy(resuming(client, () => assert.fail('nothing was missed'))), cut)
})

async function goesOn(server: Server, chatId: string, subscribe: ReturnType<typeof subscribeBy>, lose: () => void): Promise<void> {
  const changes = new Changes(subscribe, chatId, await watch.positionOf(server))
  const tell = async (text: string) => {
    await server.addMessage({ chatId, text })
    await changes.until(withText(text))
  }
  await tell('before')

  lose()
  await tell('meanwhile')
  await tell('later')
  changes.stop()

  assert.deepEqual(changes.texts, ['before', 'meanwhile', 'later'])
}

/** A `fetch` whose connection can be lost. */
function cuttableFetch() {
  let connection = new AbortController()
  const cuttable: typeof fetch = (address, init) => {
    connection = new AbortController()
    return fetch(address, { ...init, signal: AbortSignal.any([connection.signal, ...(init?.signal ? [init.signal] : [])]) })
  }
  return { fetch: cuttable, cut: () => connection.abort(new Error('lost')) }
}

gatewayTest('a connection that is lost before the first change may have missed some', async (server) => {
  const { promise: missed, resolve } = signal()
  const client = liveClient({ ...optionsOf(server), onMissed: resolve })
  const changes = new Changes(subscribeBy(client), '70000778302@c.us')
  await refusalOfQuery(client) // so what was sent before is there

  client.terminate()

  await missed
  changes.stop()
  assert.deepEqual(changes.all, [])
})

gatewayTest('a key that opens nothing ends the connection as forbidden', async (server) => {
  const client = liveClient({ ...optionsOf(server), key: () => 'x'.repeat(40), retryAttempts: 0 })

  await assert.rejects(new Changes(subscribeBy(client), '70000778303@c.us').until(() => true), { code: 4403 })
})

gatewayTest('a query is refused over the socket', async (server) => {
  const error = await refusalOfQuery(liveClient(optionsOf(server)))

  assert.equal(error?.extensions.code, 'BAD_REQUEST')
  assert.match(error?.message ?? '', /^query must be a subscription/)
})

async function refusalOfQuery(client: SubscribingClient) {
  const errors = await new Promise<unknown>((resolve, reject) => {
    client.subscribe({ query: '{ account { name } }' }, { next: reject, error: resolve, complete: () => reject(new Error('completed')) })
  })
  return (errors as { message: string; extensions: { code: string } }[])[0]
}

gatewayTest('fifty subscribers cost the same upstream calls as one', async (server) => {
  const callsUntilTold = async (subscribers: number, chatId: string) => {
    const position = await watch.positionOf(server)
    const all = Array.from({ length: subscribers }, () => new Changes(subscribeBy(liveClient(optionsOf(server))), chatId, position))
    const tell = async (text: string) => {
      await server.addMessage({ chatId, text })
      await Promise.all(all.map((changes) => changes.until(withText(text))))
    }
    await tell('first')
    const before = await callsOf(server)
    await tell('second')
    const calls = (await callsOf(server)) - before
    all.forEach((changes) => changes.stop())
    return calls
  }

  const one = await callsUntilTold(1, '70000778401@c.us')
  const fifty = await callsUntilTold(50, '70000778402@c.us')

  // Both journals, once; once more where the machine paused for longer than they are fresh.
  assert.ok(one >= 1 && fifty <= one + 2, `${one} and ${fifty}`)
})

async function callsOf(server: Server): Promise<number> {
  const stats = (await server.stats()) as Record<string, Record<string, { calls: number }>>
  return Object.values(stats['shop'] ?? {}).reduce((sum, { calls }) => sum + calls, 0)
}
