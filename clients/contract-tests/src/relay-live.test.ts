import assert from 'node:assert/strict'
import { after } from 'node:test'
import { WebSocket } from 'ws'
import { gatewayTests } from './gateway.js'
import { subscribeToChat } from './relay-client.js'
import { historyDocuments } from './relay-compiled.js'
import { createLiveEnvironment } from './relay-environment.js'
import { relayHistory } from './relay-history.js'
import { KEY, LIVE_SETTINGS, Watch } from './watch.js'

const gatewayTest = await gatewayTests({ settings: LIVE_SETTINGS })
const watch = new Watch()
after(() => watch.stop())

gatewayTest('Relay: a message that comes is put into its chat, one that changes is shown as it is', async (server) => {
  const chatId = '70000778601@c.us'
  const environment = createLiveEnvironment({ url: server.url, key: () => KEY, webSocketImpl: WebSocket })
  const history = relayHistory(environment, await historyDocuments(), chatId)
  await server.addMessage({ chatId, text: 'Good morning' })
  await history.open()
  const { promise: shown, seen } = whenShown(environment, history, 'The blue mug is ready.')
  const { dispose } = await subscribeToChat(environment, chatId, await watch.positionOf(server), history.id())

  await server.addMessage({ chatId, text: 'The blue mug is ready.', outgoing: true })
  await shown
  dispose()
  seen.dispose()

  assert.deepEqual(history.texts(), ['The blue mug is ready.', 'Good morning'])
})

/** Resolves once the chat shows a text. */
function whenShown(environment: ReturnType<typeof createLiveEnvironment>, { selector }: ReturnType<typeof relayHistory>, text: string) {
  let tell: () => void = () => undefined
  const promise = new Promise<void>((resolve) => (tell = resolve))
  const seen = environment.subscribe(environment.lookup(selector()), ({ data }) => {
    if (JSON.stringify(data).includes(text)) tell()
  })
  return { promise, seen }
}
