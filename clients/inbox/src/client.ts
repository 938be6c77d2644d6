import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { cacheConfig, persistedQueryOptions, retryAfterLink } from '@greengraph/apollo'
import { Observable } from 'rxjs'
import { waitForTurn } from './turn.js'

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

/** The client of the whole page. A picture goes its own way; everything else is asked for again when its turn comes. */
export function createClient(uri: string): ApolloClient {
  const isPicture = ({ operationName }: ApolloLink.Operation) => operationName === 'Picture'
  return new ApolloClient({
    cache: new InMemoryCache(cacheConfig()),
    link: ApolloLink.from([
      ApolloLink.split(isPicture, oneAtATime(), retryAfterLink({ after: waitForTurn })),
      createPersistedQueryLink(persistedQueryOptions),
      new HttpLink({ uri }),
    ]),
    defaultOptions: { watchQuery: { refetchWritePolicy: 'merge' } },
  })
}
