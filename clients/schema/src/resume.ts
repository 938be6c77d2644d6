import { hasCode, type AnsweredError } from './errors.js'

/** What the clients of graphql-ws and graphql-sse have in common. */
export interface SubscribingClient {
  subscribe(request: SubscribeRequest, sink: SubscriptionSink, listeners?: object): () => void
}

export interface SubscribeRequest {
  readonly query: string
  readonly variables?: Record<string, unknown> | null | undefined
}

export interface SubscriptionSink {
  next(result: SubscriptionResult): void
  error(error: unknown): void
  complete(): void
}

export interface SubscriptionResult {
  readonly data?: Record<string, unknown> | null | undefined
  readonly errors?: readonly AnsweredError[] | undefined
}

/**
 * The same client, but that a subscription whose variables have `after`, null at first, goes on after a lost connection from the last change that it got. The client itself
 * sends again what it sent at first, and what happened meanwhile would be missing. The subscription selects `position`.
 *
 * Where that is not possible – before the first change, or after a position that the gateway does not know any more – it goes on from now, and `onMissed` is told, as it is of a
 * change of `kind` `MISSED`: query anew what is shown.
 */
export function resuming<Client extends SubscribingClient>(client: Client, onMissed: () => void = () => undefined): Client {
  const subscribe = (request: SubscribeRequest, sink: SubscriptionSink, listeners?: object) => {
    const { variables } = request
    const send = (sent: SubscribeRequest, to: SubscriptionSink) => client.subscribe(sent, to, listeners)
    return variables && 'after' in variables ? goingOn(send, { ...request, variables }, sink, onMissed) : send(request, sink)
  }
  return { ...client, subscribe }
}

function goingOn(
  send: SubscribingClient['subscribe'],
  request: SubscribeRequest & { readonly variables: Record<string, unknown> },
  sink: SubscriptionSink,
  onMissed: () => void,
): () => void {
  let position = request.variables['after']
  let end: () => void

  const begin = () => {
    let isSent = false
    let isOver = false
    // Both clients write the request anew each time that they send it.
    const toJSON = () => {
      if (isSent && position == null) {
        onMissed()
      }
      isSent = true
      return { ...request.variables, after: position }
    }
    end = send(
      { ...request, variables: { toJSON } },
      {
        next(result) {
          if (result.errors?.some(isUnknownPosition)) {
            isOver = true
            position = null
            begin()
            onMissed()
            return
          }
          const change = changeOf(result)
          position = change?.position ?? position
          sink.next(result)
          if (change?.kind === 'MISSED') {
            onMissed()
          }
        },
        error: (error) => isOver || sink.error(error),
        complete: () => isOver || sink.complete(),
      },
    )
  }

  begin()
  return () => end()
}

function isUnknownPosition(error: AnsweredError): boolean {
  return hasCode(error, 'BAD_REQUEST') && error.extensions?.['argument'] === 'after'
}

interface PositionedChange {
  readonly kind?: unknown
  readonly position: string
}

/** The change, whatever its field is called in this document. */
function changeOf({ data }: SubscriptionResult): PositionedChange | undefined {
  return Object.values(data ?? {}).find((value): value is PositionedChange => typeof (value as PositionedChange | null)?.position === 'string')
}
