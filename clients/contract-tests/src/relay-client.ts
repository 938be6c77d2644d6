import type { LiveOptions } from '@greengraph/relay/live'
import relayRuntime, { type GraphQLTaggedNode, type IEnvironment } from 'relay-runtime'
import type { Subscribe } from './live-clients.js'
import { artifact } from './relay-compiled.js'
import { addToHistory, createLiveEnvironment, type ChangesSubscription } from './relay-environment.js'

const { requestSubscription } = relayRuntime

export async function subscribeToChat(environment: IEnvironment, chatId: string, after: string | null, chatGlobalId: string) {
  const subscription = await artifact<GraphQLTaggedNode>('relayDocumentsChangesSubscription')
  return requestSubscription<ChangesSubscription>(environment, {
    subscription,
    variables: { chatId, after },
    updater: (store) => store && addToHistory(store, chatGlobalId),
  })
}

/** A subscription of Relay, with the document that its compiler made of `CHANGES`. */
export const subscribeByRelay = (options: LiveOptions): Subscribe => {
  const environment = createLiveEnvironment(options)
  return (_document, variables, { next, error: fail }) => {
    let disposed = false
    let dispose = (): void => {
      disposed = true
    }
    void artifact<GraphQLTaggedNode>('relayDocumentsChangesSubscription').then((subscription) => {
      if (disposed) return
      const { dispose: end } = requestSubscription(environment, {
        subscription,
        variables,
        onNext: (data) => next({ data }),
        onError: fail,
      })
      dispose = end
    })
    return () => dispose()
  }
}
