import assert from 'node:assert/strict'
import { CombinedGraphQLErrors, InMemoryCache } from '@apollo/client'
import { cacheConfig, isStale } from '@greengraph/apollo'
import { test } from 'node:test'
import { createApolloClient } from './apollo-client.js'
import { HISTORY, LISTS, textsOf } from './documents.js'
import { addMessages, gatewayTests } from './gateway.js'
import { newestFirst, recordedWaits, recorder } from './recorder.js'

const gatewayTest = await gatewayTests()

gatewayTest('pages join without gap or repetition while a message arrives', async (server) => {
  const chatId = '70000777001@c.us'
  await addMessages(server, chatId, 1, 12)
  const client = createApolloClient(server.url)
  const history = client.watchQuery({ query: HISTORY, variables: { chatId, first: 5 } })
  const shown = () => textsOf(client.readQuery({ query: HISTORY, variables: { chatId, first: 5 } }) ?? undefined)
  const nextPage = async () => {
    const held = client.readQuery({ query: HISTORY, variables: { chatId, first: 5 } })
    await history.fetchMore({ variables: { after: held?.account.chat.history?.pageInfo.endCursor ?? null } })
  }
  const watched = history.subscribe(() => undefined)
  await history.refetch()

  await addMessages(server, chatId, 13, 13)
  await nextPage()
  await nextPage()
  assert.deepEqual(shown(), newestFirst(12))

  const { data } = await history.refetch()
  assert.deepEqual(shown(), newestFirst(13), 'the first page, asked for again, goes before the others')
  assert.equal(isStale(data?.account.chat.history?.freshness), false)
  watched.unsubscribe()
})

gatewayTest('an answer that says when is asked for again then, once', async (server) => {
  const { waits, after } = recordedWaits()
  const { fetch, answersWith } = recorder()
  const client = createApolloClient(server.url, { after }, fetch)
  await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })

  const refused = await client.query({ query: HISTORY, variables: { chatId: '70000777002@c.us', first: 5 }, errorPolicy: 'all' })
  await server.clearFaults()

  const answers = answersWith('RATE_LIMITED')
  assert.equal(answers.length, 2)
  assert.deepEqual(waits, [answers[0]?.answer.errors?.[0]?.extensions.retryAfterMs])
  assert.ok(CombinedGraphQLErrors.is(refused.error))
})

gatewayTest('a retry that succeeds is all that the caller sees', async (server) => {
  const { waits, after } = recordedWaits()
  const { fetch, answersWith } = recorder()
  const client = createApolloClient(server.url, { after: (ms, run) => after(ms, () => void server.clearFaults().then(run)) }, fetch)
  await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })

  const { data, error } = await client.query({ query: HISTORY, variables: { chatId: '70000777003@c.us', first: 5 } })

  assert.equal(error, undefined)
  assert.deepEqual(textsOf(data), [])
  assert.equal(answersWith('RATE_LIMITED').length, 1)
  assert.equal(waits.length, 1)
})

gatewayTest('a field that failed is null, its siblings keep their data', async (server) => {
  const client = createApolloClient(server.url)
  await server.addFault({ kind: 'server-error', account: 'shop', method: 'getChatHistory' })

  const { data, error } = await client.query({
    query: HISTORY,
    variables: { chatId: '70000777004@c.us', first: 5 },
    errorPolicy: 'all',
  })
  await server.clearFaults()

  assert.equal(data?.account.name, 'shop')
  assert.equal(data?.account.chat.history, null)
  assert.ok(CombinedGraphQLErrors.is(error))
  assert.equal(error.errors[0]?.extensions?.['code'], 'UPSTREAM_UNAVAILABLE')
  assert.deepEqual(error.errors[0]?.path, ['account', 'chat', 'history'])
})

gatewayTest('a query goes by its hash once the gateway knows it', async (server) => {
  const { fetch, exchanges } = recorder()
  const client = createApolloClient(server.url, {}, fetch)

  await client.query({ query: LISTS })
  await client.query({ query: LISTS, fetchPolicy: 'network-only' })

  const sent = exchanges.map(({ request }) => ({ hash: request.extensions?.persistedQuery !== undefined, text: request.query !== undefined }))
  assert.deepEqual(sent, [
    { hash: true, text: false },
    { hash: true, text: true },
    { hash: true, text: false },
  ])
})

gatewayTest('a chat of two lists is one object', async (server) => {
  const client = createApolloClient(server.url)
  const { data } = await client.query({ query: LISTS })
  const chat = data?.account.messages.edges[0]?.node.chat
  assert.ok(data?.account.chats.edges.some(({ node }) => node.id === chat?.id))

  client.cache.modify({ id: client.cache.identify({ __typename: 'Chat', id: chat?.id ?? '' }) ?? '', fields: { title: () => 'Renamed' } })

  const { account } = client.readQuery({ query: LISTS }) ?? assert.fail('nothing is held')
  assert.equal(account.messages.edges[0]?.node.chat.title, 'Renamed')
  assert.equal(account.chats.edges.find(({ node }) => node.id === chat?.id)?.node.title, 'Renamed')
})

test('buttons with the same id in two messages are two', () => {
  const cache = new InMemoryCache(cacheConfig())

  assert.equal(cache.identify({ __typename: 'Button', id: '1' }), undefined)
  assert.equal(cache.identify({ __typename: 'Chat', id: '1' }), 'Chat:1')
})
