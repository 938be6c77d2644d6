import { ApolloClient, HttpLink, InMemoryCache, type OperationVariables, type TypedDocumentNode } from '@apollo/client'
import { cacheConfig } from '@greengraph/apollo'
import { liveLink } from '@greengraph/apollo/live'
import { resuming, type SubscribingClient } from '@greengraph/schema'
import { liveClient, type LiveOptions } from '@greengraph/schema/live'
import { graphcacheConfig } from '@greengraph/urql'
import { liveExchange } from '@greengraph/urql/live'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { print } from 'graphql'
import { createClient } from 'graphql-sse'

type Document = TypedDocumentNode<unknown, any>

/** A subscription of any client: results as they come, and how it failed. */
export interface Listener {
  next(result: { data?: unknown }): void
  error(error: unknown): void
}

/** Subscribes, and returns what ends it. */
export type Subscribe = (document: Document, variables: OperationVariables, listener: Listener) => () => void

export function createLiveApolloClient({ url, ...options }: LiveOptions) {
  return new ApolloClient({
    cache: new InMemoryCache(cacheConfig()),
    link: liveLink({ url, ...options }, new HttpLink({ uri: url })),
  })
}

export function createLiveUrqlClient({ url, ...options }: LiveOptions) {
  return new Client({
    url,
    preferGetMethod: false,
    exchanges: [cacheExchange(graphcacheConfig()), liveExchange({ url, ...options }), fetchExchange],
  })
}

function createLiveEventStreamClient({ url, key, onMissed }: LiveOptions) {
  return resuming(createClient({ url, headers: async () => ({ 'X-API-Key': (await key?.()) ?? '' }) }), onMissed)
}

/** By a client of graphql-ws or graphql-sse. */
export function subscribeBy(client: SubscribingClient): Subscribe {
  return (document, variables, listener) => client.subscribe({ query: print(document), variables }, { ...listener, complete: () => undefined })
}

/** Each way to subscribe, with its kit. */
export const LIVE_CLIENTS: Record<string, (options: LiveOptions) => Subscribe> = {
  'graphql-ws': (options) => subscribeBy(liveClient(options)),
  'graphql-sse': (options) => subscribeBy(createLiveEventStreamClient(options)),
  'Apollo, GraphQLWsLink': (options) => {
    const client = createLiveApolloClient(options)
    return (query, variables, { next, error: fail }) => {
      const subscription = client.subscribe({ query, variables }).subscribe(({ data, error }) => (error ? fail(error) : next({ data })))
      return () => subscription.unsubscribe()
    }
  },
  'urql, subscriptionExchange': (options) => {
    const client = createLiveUrqlClient(options)
    return (query, variables, { next, error: fail }) =>
      client.subscription(query, variables).subscribe(({ data, error }) => (error ? fail(error) : next({ data }))).unsubscribe
  },
}
