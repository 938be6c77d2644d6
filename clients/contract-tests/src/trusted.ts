// Runs in Node and in the browser: each function asks a gateway that takes trusted documents only, and counts the chats that it is told.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { cacheConfig } from '@greengraph/apollo'
import { graphcacheConfig } from '@greengraph/urql'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { persistedExchange } from '@urql/exchange-persisted'
import { parse } from 'graphql'
import relayRuntime, { type ConcreteRequest } from 'relay-runtime'
import { createEnvironment } from './relay-environment.js'

const { fetchQuery } = relayRuntime

/** A document as a manifest has it. */
export interface TrustedDocument {
  readonly id: string
  readonly text: string
}

interface Chats {
  account: { chats: { edges: { node: { __typename?: string } }[] } }
}

export const ASK_TRUSTED = {
  async Apollo(uri: string, { id, text }: TrustedDocument): Promise<number> {
    const client = new ApolloClient({
      cache: new InMemoryCache(cacheConfig()),
      link: ApolloLink.from([createPersistedQueryLink({ generateHash: () => id }), new HttpLink({ uri })]),
    })
    const { data } = await client.query<Chats>({ query: parse(text) })
    return data?.account.chats.edges.length ?? 0
  },

  /** With Graphcache: it knows what an object is only by its `__typename`. */
  async urql(url: string, { id, text }: TrustedDocument): Promise<number> {
    const client = new Client({
      url,
      preferGetMethod: false,
      exchanges: [
        cacheExchange(graphcacheConfig()),
        persistedExchange({ enforcePersistedQueries: true, preferGetForPersistedQueries: false, generateHash: async () => id }),
        fetchExchange,
      ],
    })
    await client.query<Chats>(text, {}).toPromise()
    const { data } = await client.query<Chats>(text, {}, { requestPolicy: 'cache-only' }).toPromise()
    return data?.account.chats.edges.length ?? 0
  },

  async Relay(url: string, query: ConcreteRequest): Promise<number> {
    const data = (await fetchQuery(createEnvironment(url), query, {}).toPromise()) as Chats | undefined
    return data?.account.chats.edges.length ?? 0
  },
}

/** The code that a document is refused with; undefined if it is taken. */
export async function codeOfRefusal(url: string, query: string): Promise<string | undefined> {
  const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) })
  return ((await answer.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code
}
