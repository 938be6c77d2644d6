// Runs in the browser: what the tests call there. The functions below ask once, with a client of its own: by GET with the hash, or by a WebSocket.
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries'
import * as apollo from '@greengraph/apollo'
import * as urql from '@greengraph/urql'
import { Client, fetchExchange } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { CHANGES } from './changes.js'
import { createLiveApolloClient } from './live-clients.js'

export { openHistory, showMore } from './browser-history.js'
export { RENAMING } from './identity.js'
export { ASK_TRUSTED, codeOfRefusal } from './trusted.js'

interface Chats {
  account: { chats: { edges: unknown[] } }
}

const countOf = (data: Chats | undefined) => data?.account.chats.edges.length ?? 0

export async function askWithApollo(uri: string): Promise<number> {
  const client = new ApolloClient({
    cache: new InMemoryCache(apollo.cacheConfig()),
    link: ApolloLink.from([createPersistedQueryLink(apollo.persistedByGetOptions), new HttpLink({ uri, headers: apollo.headersForGet })]),
  })
  const { data } = await client.query<Chats>({ query: gql`query PageOfApollo { account { id chats(first: 3) { edges { node { id title } } } } }` })
  return countOf(data)
}

export async function askWithUrql(url: string): Promise<number> {
  const client = new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers: urql.headersForGet },
    exchanges: [persistedExchange(urql.persistedByGetOptions), fetchExchange],
  })
  const { data, error } = await client.query<Chats>('query PageOfUrql { account { id chats(first: 3) { edges { node { id title } } } } }', {}).toPromise()
  if (error) throw error
  return countOf(data)
}

/** The text of the first message in a chat after a position. */
export function firstChange(url: string, key: string, chatId: string, after: string): Promise<string | null | undefined> {
  const client = createLiveApolloClient({ url, key: () => key, retryAttempts: 0 })
  return new Promise((resolve, reject) => {
    const subscription = client.subscribe({ query: CHANGES, variables: { chatId, after } }).subscribe(({ data, error }) => {
      subscription.unsubscribe()
      if (error) reject(error)
      else resolve(data?.messageChanged.message?.text)
    })
  })
}
