import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { cacheConfig, persistedQueryOptions, retryAfterLink } from '@greengraph/apollo'
import { liveLink, type LiveOptions } from '@greengraph/apollo/live'
import { Observable } from 'rxjs'
import { refetch } from './changes.js'
import { setConnected } from './live.js'
import { waitForTurn } from './turn.js'

/** A page that lost its connection polls meanwhile, and need not hurry. */
const LONGEST_WAIT_S = 30

/** Pictures of chats are asked for one after the other and without a second try: they must not hold up what is read. */
const oneAtATime = () => {
  let last: Promise<unknown> = Promise.resolve()
  return new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        let cancelled = false
        last = last.then(
          () => new Promise<void>((ended) => (cancelled ? ended() : forward(operation).subscribe(observer).add(ended))),
        )
        return () => (cancelled = true)
      }),
  )
}

/** The client of the whole page. Changes come over a WebSocket, a picture goes its own way; everything else is asked for again when its turn comes. */
export function createClient(uri: string): ApolloClient {
  const isPicture = ({ operationName }: ApolloLink.Operation) => operationName === 'Picture'
  const asked = ApolloLink.from([
    ApolloLink.split(isPicture, oneAtATime(), retryAfterLink({ after: waitForTurn })),
    createPersistedQueryLink(persistedQueryOptions),
    new HttpLink({ uri }),
  ])
  const live: LiveOptions = {
    url: uri,
    onMissed: () => void refetch(client, 'Chats', 'History'),
    on: { connected: () => setConnected(true), closed: () => setConnected(false) },
    retryAttempts: Infinity,
    retryWait: (retries) => new Promise((over) => setTimeout(over, Math.min(2 ** retries, LONGEST_WAIT_S) * 1_000 * (0.5 + Math.random()))),
  }
  const client = new ApolloClient({
    cache: new InMemoryCache(cacheConfig()),
    link: liveLink(live, asked),
    defaultOptions: { watchQuery: { refetchWritePolicy: 'merge' } },
  })
  return client
}
