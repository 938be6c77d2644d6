import { createClient, type Client, type ClientOptions } from 'graphql-ws'
import { resuming } from './resume.js'

/** How a frontend subscribes: the options of graphql-ws, and what the gateway adds to them. */
export interface LiveOptions extends Omit<ClientOptions, 'url'> {
  /** Where queries are sent, too: the gateway's `/graphql`, in a browser also relative to the page. */
  readonly url: string
  /** Gives the API key, anew for each connection: a page cannot set headers of a WebSocket. */
  readonly key?: () => string | Promise<string>
  /** Told when changes were left out: what is shown must be queried anew. */
  readonly onMissed?: () => void
}

/** A client of graphql-ws that comes back to this gateway whatever ended its connection, and goes on where it was. */
export function liveClient({ url, key, onMissed, ...options }: LiveOptions): Client {
  const { href } = new URL(url, globalThis.location?.href)
  return resuming(
    createClient({
      url: href.replace(/^http/, 'ws'),
      shouldRetry: () => true,
      ...(key && { connectionParams: async () => ({ 'X-API-Key': await key() }) }),
      ...options,
    }),
    onMissed,
  )
}
