import type { PersistedExchangeOptions } from '@urql/exchange-persisted'

/** For `persistedExchange`: sends the SHA-256 of a query, and its text only if the gateway does not know it yet. Always by POST. */
export const persistedOptions: PersistedExchangeOptions = { preferGetForPersistedQueries: false }

/**
 * The same with GET, so that a browser keeps answers for as long as they are fresh; urql then sends the text by GET, too, the first time. The gateway must take GET, and `fetchOptions` of the client
 * need `headersForGet` of `@greengraph/schema`.
 */
export const persistedByGetOptions: PersistedExchangeOptions = { preferGetForPersistedQueries: true }
