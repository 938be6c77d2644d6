import assert from 'node:assert/strict'
import { CombinedGraphQLErrors, InMemoryCache } from '@apollo/client'
import { cacheConfig, isStale } from '@greengraph/apollo'
import { test } from 'node:test'
import { createApolloClient } from './apollo-client.js'
import { clientContract } from './client-contract.js'
import { HISTORY, textsOf } from './documents.js'
import { addMessages, gatewayTests } from './gateway.js'
import { RENAMING } from './identity.js'
import { newestFirst } from './recorder.js'

const gatewayTest = await gatewayTests()

await clientContract('Apollo', '700007771', (url, retry, fetch) => {
  const client = createApolloClient(url, retry, fetch)
  return {
    async query(query, variables, anew) {
      const { data, error } = await client.query<any, any>({ query, variables, errorPolicy: 'all', fetchPolicy: anew ? 'network-only' : 'cache-first' })
      return { data, errors: CombinedGraphQLErrors.is(error) ? error.errors : [] }
    },
  }
})

gatewayTest('Apollo: pages join without gap or repetition while a message arrives', async (server) => {
  const chatId = '70000777101@c.us'
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

gatewayTest('with errorPolicy all a field that failed is null, its siblings keep their data', async (server) => {
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

gatewayTest('Apollo: a chat of two lists is one object', async (server) => {
  assert.deepEqual(await RENAMING.Apollo(server.url), ['Renamed', 'Renamed'])
})

test('buttons with the same id in two messages are two', () => {
  const cache = new InMemoryCache(cacheConfig())

  assert.equal(cache.identify({ __typename: 'Button', id: '1' }), undefined)
  assert.equal(cache.identify({ __typename: 'Chat', id: '1' }), 'Chat:1')
})
