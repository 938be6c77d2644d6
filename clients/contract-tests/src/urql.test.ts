import assert from 'node:assert/strict'
import { graphcacheConfig, isStale } from '@greengraph/urql'
import { test } from 'node:test'
import { CHAT, HISTORY, LISTS, textsOf, type History } from './documents.js'
import { addMessages, gatewayTests } from './gateway.js'
import { newestFirst, recordedWaits, recorder } from './recorder.js'
import { createUrqlClient } from './urql-client.js'

const gatewayTest = await gatewayTests()

gatewayTest('pages join without gap or repetition while a message arrives', async (server) => {
  const chatId = '70000777001@c.us'
  await addMessages(server, chatId, 1, 12)
  const client = createUrqlClient(server.url)
  const page = (after: string | null) => client.query(HISTORY, { chatId, first: 5, after }).toPromise()
  const endOf = (history: History | undefined) => history?.account.chat.history?.pageInfo.endCursor ?? null

  const first = await page(null)
  await addMessages(server, chatId, 13, 13)
  const second = await page(endOf(first.data))
  const third = await page(endOf(second.data))

  assert.deepEqual(textsOf(third.data), newestFirst(12))
  assert.equal(third.data?.account.chat.history?.pageInfo.hasNextPage, false)
  assert.equal(isStale(first.data?.account.chat.history?.freshness), false)
})

gatewayTest('an answer that says when is asked for again then, once', async (server) => {
  const { waits, after } = recordedWaits()
  const { fetch, answersWith } = recorder()
  const client = createUrqlClient(server.url, { after }, fetch)
  await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })

  const refused = await client.query(HISTORY, { chatId: '70000777002@c.us', first: 5 }).toPromise()
  await server.clearFaults()

  const answers = answersWith('RATE_LIMITED')
  assert.equal(answers.length, 2)
  assert.deepEqual(waits, [answers[0]?.answer.errors?.[0]?.extensions.retryAfterMs])
  assert.equal(refused.error?.graphQLErrors[0]?.extensions['code'], 'RATE_LIMITED')
})

gatewayTest('a retry that succeeds is all that the caller sees', async (server) => {
  const { waits, after } = recordedWaits()
  const { fetch, answersWith } = recorder()
  const client = createUrqlClient(server.url, { after: (ms, run) => after(ms, () => void server.clearFaults().then(run)) }, fetch)
  await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })

  const { data, error } = await client.query(HISTORY, { chatId: '70000777003@c.us', first: 5 }).toPromise()

  assert.equal(error, undefined)
  assert.deepEqual(textsOf(data), [])
  assert.equal(answersWith('RATE_LIMITED').length, 1)
  assert.equal(waits.length, 1)
})

gatewayTest('a field that failed is null, its siblings keep their data', async (server) => {
  const client = createUrqlClient(server.url)
  await server.addFault({ kind: 'server-error', account: 'shop', method: 'getChatHistory' })

  const { data, error } = await client.query(HISTORY, { chatId: '70000777004@c.us', first: 5 }).toPromise()
  await server.clearFaults()

  assert.equal(data?.account.name, 'shop')
  assert.equal(data?.account.chat.history, null)
  assert.equal(error?.graphQLErrors[0]?.extensions['code'], 'UPSTREAM_UNAVAILABLE')
  assert.deepEqual(error?.graphQLErrors[0]?.path, ['account', 'chat', 'history'])
})

gatewayTest('a query goes by its hash once the gateway knows it', async (server) => {
  const { fetch, exchanges } = recorder()
  const client = createUrqlClient(server.url, {}, fetch)

  await client.query(LISTS, {}).toPromise()
  await client.query(LISTS, {}, { requestPolicy: 'network-only' }).toPromise()

  const sent = exchanges.map(({ request }) => ({ hash: request.extensions?.persistedQuery !== undefined, text: request.query !== undefined }))
  assert.deepEqual(sent, [
    { hash: true, text: false },
    { hash: true, text: true },
    { hash: true, text: false },
  ])
})

gatewayTest('a chat of two lists is one object', async (server) => {
  const client = createUrqlClient(server.url, {}, withTitleOfNode('Renamed'))
  const { data } = await client.query(LISTS, {}).toPromise()
  const chat = data?.account.messages.edges[0]?.node.chat
  assert.ok(data?.account.chats.edges.some(({ node }) => node.id === chat?.id))

  await client.query(CHAT, { id: chat?.id ?? '' }).toPromise()

  const held = await client.query(LISTS, {}, { requestPolicy: 'cache-only' }).toPromise()
  assert.equal(held.data?.account.messages.edges[0]?.node.chat.title, 'Renamed')
  assert.equal(held.data?.account.chats.edges.find(({ node }) => node.id === chat?.id)?.node.title, 'Renamed')
})

test('buttons with the same id in two messages are two', () => {
  const { keys } = graphcacheConfig()

  assert.equal(keys?.['Button']?.({ __typename: 'Button', id: '1' }), null)
  assert.equal(keys?.['Chat'], undefined, 'the id, as Graphcache does by itself')
})

/** A `fetch` as if the chat had been renamed since the lists were read. */
function withTitleOfNode(title: string): typeof fetch {
  return async (address, init) => {
    const response = await fetch(address, init)
    const answer = await response.json()
    if (answer.data?.node) {
      answer.data.node.title = title
    }
    return Response.json(answer)
  }
}
