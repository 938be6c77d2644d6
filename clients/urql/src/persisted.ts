import type { PersistedExchangeOptions } from '@urql/exchange-persisted'

/** For `persistedExchange`: sends the SHA-256 of a query, and its text only if the gateway does not know it yet. Always by POST. */
export const persistedOptions: PersistedExchangeOptions = { preferGetForPersistedQueries: false }
