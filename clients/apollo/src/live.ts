import { ApolloLink } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { liveClient, type LiveOptions } from '@greengraph/schema/live'
import { OperationTypeNode } from 'graphql'

export type { LiveOptions }

/** Subscribes over a WebSocket, and goes on after a lost connection; everything else takes the other link. */
export function liveLink(options: LiveOptions, otherwise: ApolloLink): ApolloLink {
  const isSubscription = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.SUBSCRIPTION
  return ApolloLink.split(isSubscription, new GraphQLWsLink(liveClient(options)), otherwise)
}
