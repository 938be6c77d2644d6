import type { PersistedQueryLink } from '@apollo/client/link/persisted-queries'

/** For `createPersistedQueryLink`: sends the SHA-256 of a query, and its text only if the gateway does not know it yet. Always by POST. */
export const persistedQueryOptions: PersistedQueryLink.SHA256Options = { sha256, useGETForHashedQueries: false }

/**
 * The same with GET for a hash alone, so that a browser keeps answers for as long as they are fresh. The gateway must take GET, and `HttpLink` needs `headersForGet`
 * of `@greengraph/schema`.
 */
export const persistedByGetOptions: PersistedQueryLink.SHA256Options = { sha256, useGETForHashedQueries: true }

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
