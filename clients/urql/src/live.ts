import { liveClient, type LiveOptions } from '@greengraph/schema/live'
import { subscriptionExchange, type Exchange, type ExecutionResult } from '@urql/core'

export type { LiveOptions }

/** Subscribes over a WebSocket, and goes on after a lost connection; the other operations are passed on. Stands after the cache. */
export function liveExchange(options: LiveOptions): Exchange {
  const client = liveClient(options)
  return subscriptionExchange({
    forwardSubscription: ({ query = '', ...request }) => ({
      subscribe: (sink) => ({
        unsubscribe: client.subscribe({ query, ...request }, { ...sink, next: (result) => sink.next(result as ExecutionResult) }),
      }),
    }),
  })
}
