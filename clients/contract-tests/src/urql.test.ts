import assert from 'node:assert/strict'
import { graphcacheConfig, isStale } from '@greengraph/urql'
import { test } from 'node:test'
import { clientContract } from './client-contract.js'
import { CHAT, HISTORY, LISTS, textsOf, type History } from './documents.js'
import { addMessages, gatewayTests } from './gateway.js'
import { newestFirst } from './recorder.js'
import { createUrqlClient } from './urql-client.js'

const gatewayTest = await gatewayTests()

await clientContract('urql', '700007772', (url, retry, fetch) => {
  const client = createUrqlClient(url, retry, fetch)
  return {
    async query(query, variables, anew) {
      const { data, error } = await client.query<any, any>(query, variables, anew ? { requestPolicy: 'network-only' } : {}).toPromise()
      return { data, errors: error?.graphQLErrors ?? [] }
    },
  }
})

gatewayTest('urql: pages join without gap or repetition while a message arrives', async (server) => {
  const chatId = '70000777201@c.us'
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

gatewayTest('urql: a chat of two lists is one object', async (server) => {
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
