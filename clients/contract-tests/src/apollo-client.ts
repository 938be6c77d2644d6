import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { cacheConfig, persistedQueryOptions, retryAfterLink } from '@greengraph/apollo'
import type { RetryOptions } from '@greengraph/schema'

export function createApolloClient(uri: string, retry?: RetryOptions, fetch = globalThis.fetch) {
  return new ApolloClient({
    cache: new InMemoryCache(cacheConfig()),
    link: ApolloLink.from([
      retryAfterLink(retry),
      createPersistedQueryLink(persistedQueryOptions),
      new HttpLink({ uri, fetch }),
    ]),
    defaultOptions: { watchQuery: { refetchWritePolicy: 'merge' } },
  })
}
