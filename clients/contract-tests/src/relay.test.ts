import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDataID } from '@greengraph/relay'
import relayRuntime, { type ConcreteRequest } from 'relay-runtime'
import { addMessages, callsOf, gatewayTests } from './gateway.js'
import { RENAMING } from './identity.js'
import { newestFirst, recordedWaits, recorder } from './recorder.js'
import { artifact, historyDocuments } from './relay-compiled.js'
import { createEnvironment } from './relay-environment.js'
import { relayHistory } from './relay-history.js'

const { fetchQuery } = relayRuntime

const gatewayTest = await gatewayTests()

gatewayTest('a connection of Relay joins its pages without gap or repetition', async (server) => {
  const chatId = '70000777301@c.us'
  await addMessages(server, chatId, 1, 8)
  const history = relayHistory(createEnvironment(server.url), await historyDocuments(), chatId)
  await history.open()
  assert.deepEqual(history.texts(), newestFirst(8, 4))

  await history.showMore()

  assert.deepEqual(history.texts(), newestFirst(8))
})

gatewayTest('Relay asks again once, when the gateway says', async (server) => {
  const { waits, after } = recordedWaits()
  const { fetch, answersWith } = recorder()
  await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })
  const environment = createEnvironment(server.url, { retry: { after }, fetch })

  await relayHistory(environment, await historyDocuments(), '70000777302@c.us').open()
  await server.clearFaults()

  assert.equal(answersWith('RATE_LIMITED').length, 2)
  assert.equal(waits.length, 1)
})

gatewayTest('Relay: a chat of two lists is one object', async (server) => {
  assert.deepEqual(await RENAMING.Relay(server.url, await artifact('relayDocumentsListsQuery')), ['Renamed', 'Renamed'])
})

gatewayTest('Relay: a caller says how fresh a list must be', async (server) => {
  const environment = createEnvironment(server.url)
  const query = await artifact<ConcreteRequest>('relayDocumentsFreshlyQuery')
  const chatId = '70000777303@c.us'
  const ask = async (demand: object) => {
    const before = await callsOf(server, 'getChatHistory')
    const data = (await fetchQuery(environment, query, { chatId, ...demand }).toPromise()) as { account: { chat: { history: { freshness: object } | null } } }
    return { history: data.account.chat.history, calls: (await callsOf(server, 'getChatHistory')) - before }
  }

  assert.deepEqual(await ask({ maxWait: 10 }), { history: { freshness: { state: 'FRESH' } }, calls: 1 })
  assert.deepEqual(await ask({ maxAge: 60 }), { history: { freshness: { state: 'FRESH' } }, calls: 0 })
  assert.deepEqual(await ask({ maxAge: 0, maxWait: 10 }), { history: { freshness: { state: 'FRESH' } }, calls: 1 })
})

test('a button has no key in Relay, a chat has its id', () => {
  assert.equal(getDataID({ id: '1' }, 'Button'), undefined)
  assert.equal(getDataID({ id: '1' }, 'Chat'), '1')
})
