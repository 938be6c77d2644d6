import type { PersistedQueryLink } from '@apollo/client/link/persisted-queries'

/** For `createPersistedQueryLink`: sends the SHA-256 of a query, and its text only if the gateway does not know it yet. Always by POST. */
export const persistedQueryOptions: PersistedQueryLink.SHA256Options = { sha256, useGETForHashedQueries: false }

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
