import { liveClient, type LiveOptions } from '@greengraph/schema/live'
import type { SubscribePayload } from 'graphql-ws'
import { Observable, type GraphQLResponse, type SubscribeFunction } from 'relay-runtime'

export type { LiveOptions }

/** For `Network.create`, beside `fetchFunction`: subscribes over a WebSocket, and goes on after a lost connection. */
export function subscribeFunction(options: LiveOptions): SubscribeFunction {
  const client = liveClient(options)
  return ({ text, id, name }, variables) =>
    Observable.create<GraphQLResponse>((sink) => {
      const document = id ? { documentId: id } : { query: text }
      const request: object = { ...document, operationName: name, variables }
      return client.subscribe(request as SubscribePayload, {
        next: (result) => sink.next(result as GraphQLResponse),
        error: (error) => sink.error(error instanceof Error ? error : Object.assign(new Error('the subscription failed'), { cause: error })),
        complete: () => sink.complete(),
      })
    })
}
