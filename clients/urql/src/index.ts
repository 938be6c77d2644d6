export { graphcacheConfig } from './cache.js'
export { retryAfterExchange } from './retry.js'
export { persistedOptions } from './persisted.js'
export { ageOf, isRevalidating, isStale } from '@greengraph/schema'
