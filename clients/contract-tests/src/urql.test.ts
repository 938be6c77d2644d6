import assert from 'node:assert/strict'
import { graphcacheConfig, isStale } from '@greengraph/urql'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange, type CacheExchangeOpts } from '@urql/exchange-graphcache'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { clientContract } from './client-contract.js'
import { HISTORY, LISTS, textsOf, type History } from './documents.js'
import { addMessages, gatewayTests } from './gateway.js'
import { RENAMING } from './identity.js'
import { newestFirst } from './recorder.js'
import { createUrqlClient } from './urql-client.js'

// Types without a key of their own: endpoints, edges, quotes, reactions, coverage, freshness.
const WITHOUT_KEYS = `
  query WithoutKeys {
    account {
      id
      endpoints { endpoint available }
      chat(chatId: "120363000000000101@g.us") {
        id
        history(first: 100) {
          edges {
            cursor
            node {
              __typename
              id
              text
              sender { id displayName }
              quote { text sender { id } }
              reactions { emoji count }
            }
          }
          pageInfo { endCursor hasNextPage }
          coverage { from to isComplete }
          freshness { state fetchedAt }
        }
      }
    }
  }
`

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
  assert.deepEqual(await RENAMING.urql(server.url), ['Renamed', 'Renamed'])
})

test('buttons with the same id in two messages are two', () => {
  const { keys } = graphcacheConfig()

  assert.equal(keys?.['Button']?.({ __typename: 'Button', id: '1' }), null)
  assert.equal(keys?.['Chat'], undefined, 'the id, as Graphcache does by itself')
})

/** What Graphcache warns of while it answers a query. It does so in development only, and Vite sets NODE_ENV when it builds. */
async function warningsOf(url: string, query: typeof LISTS | string, options: Partial<CacheExchangeOpts> = {}): Promise<string[]> {
  const warnings: string[] = []
  const logger: CacheExchangeOpts['logger'] = (severity, message) => severity !== 'debug' && warnings.push(message)
  const cache = cacheExchange({ ...graphcacheConfig(), ...options, logger })
  const client = new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] })
  process.env['NODE_ENV'] = 'development'
  const { error } = await client.query(query, {}).toPromise()
  assert.equal(error, undefined)
  return warnings
}

gatewayTest('Graphcache misses no key', async (server) => {
  assert.deepEqual(await warningsOf(server.url, LISTS), [])
  assert.deepEqual(await warningsOf(server.url, WITHOUT_KEYS), [])
})

gatewayTest('of fragments on single kinds Graphcache warns, unless it knows the schema', async (server) => {
  const schema = createRequire(import.meta.url)('@greengraph/schema/introspection.json')
  // Graphcache warns of a field once in a process: of one that no other test selects.
  const query = WITHOUT_KEYS.replace('reactions {', '... on PollMessage { multipleAnswers } reactions {')

  const warnings = await warningsOf(server.url, query)

  assert.ok(warnings.length > 0 && warnings.every((warning) => warning.startsWith('Invalid undefined')), warnings.join())
  assert.deepEqual(await warningsOf(server.url, query, { schema }), [])
})
