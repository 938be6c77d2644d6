import assert from 'node:assert/strict'
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries'
import * as apollo from '@greengraph/apollo'
import * as urql from '@greengraph/urql'
import { Client, fetchExchange } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { gatewayTests } from './gateway.js'

const gatewayTest = await gatewayTests()

// Documents of these tests alone: the gateway is not to know them yet.
const APOLLO_CHATS = gql`query ApolloChats { account { id chats(first: 40) { edges { node { id title } } } } }`
const URQL_CHATS = 'query UrqlChats { account { id chats(first: 40) { edges { node { id title } } } } }'

interface Sent {
  readonly method: string
  readonly hasText: boolean
  readonly cacheControl: string | null
}

/** A `fetch` that keeps how it was asked. */
function watched() {
  const sent: Sent[] = []
  const watching: typeof fetch = async (address, init) => {
    const response = await fetch(address, init)
    const text = `${String(address)} ${String(init?.body ?? '')}`
    sent.push({ method: init?.method ?? 'GET', hasText: /query(%20|\+| )(Apollo|Urql)Chats/.test(text), cacheControl: response.headers.get('cache-control') })
    return response
  }
  return { sent, fetch: watching }
}

function assertByHash(sent: readonly Sent[], methodOfText: string) {
  assert.deepEqual(sent.map(({ method, hasText }) => ({ method, hasText })), [
    { method: 'GET', hasText: false },
    { method: methodOfText, hasText: true },
    { method: 'GET', hasText: false },
  ])
  assert.match(sent[2]?.cacheControl ?? '', /^private, (max-age=\d+|no-cache)$/)
}

gatewayTest('Apollo asks by GET with the hash once the gateway knows the query', async (server) => {
  const { sent, fetch } = watched()
  const uri = server.url
  const client = new ApolloClient({
    cache: new InMemoryCache(apollo.cacheConfig()),
    link: ApolloLink.from([
      createPersistedQueryLink(apollo.persistedByGetOptions),
      new HttpLink({ uri, fetch, headers: apollo.headersForGet }),
    ]),
  })

  await client.query({ query: APOLLO_CHATS })
  await client.query({ query: APOLLO_CHATS, fetchPolicy: 'network-only' })

  assertByHash(sent, 'POST')
})

gatewayTest('urql asks by GET with the hash once the gateway knows the query', async (server) => {
  const { sent, fetch } = watched()
  const url = server.url
  const client = new Client({
    url,
    fetch,
    preferGetMethod: false,
    fetchOptions: { headers: urql.headersForGet },
    exchanges: [persistedExchange(urql.persistedByGetOptions), fetchExchange],
  })

  await client.query(URQL_CHATS, {}).toPromise()
  await client.query(URQL_CHATS, {}, { requestPolicy: 'network-only' }).toPromise()

  assertByHash(sent, 'GET') // urql stays with the method
})
