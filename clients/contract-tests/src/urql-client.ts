import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { persistedExchange } from '@urql/exchange-persisted'
import { graphcacheConfig, persistedOptions, retryAfterExchange } from '@greengraph/urql'
import type { RetryOptions } from '@greengraph/schema'

export function createUrqlClient(url: string, retry?: RetryOptions, fetch = globalThis.fetch) {
  return new Client({
    url,
    fetch,
    preferGetMethod: false,
    exchanges: [
      cacheExchange(graphcacheConfig()),
      retryAfterExchange(retry),
      persistedExchange(persistedOptions),
      fetchExchange,
    ],
  })
}
