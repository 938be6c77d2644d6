// Runs in Node and in the browser.
import { fetchFunction, getDataID } from '@greengraph/relay'
import { subscribeFunction, type LiveOptions } from '@greengraph/relay/live'
import relayRuntime, { type RecordSourceSelectorProxy } from 'relay-runtime'
import type { Change } from './changes.js'

// Node finds only some of its names in a CommonJS package; bundlers find all.
const { ConnectionHandler, Environment, Network, RecordSource, Store } = relayRuntime

export function createEnvironment(url: string, options?: Parameters<typeof fetchFunction>[1]) {
  return new Environment({
    network: Network.create(fetchFunction(url, options)),
    store: new Store(new RecordSource()),
    getDataID,
  })
}

export function createLiveEnvironment({ url, ...options }: LiveOptions) {
  const headers = async () => ({ 'X-API-Key': (await options.key?.()) ?? '' })
  return new Environment({
    network: Network.create(fetchFunction(url, { headers }), subscribeFunction({ url, ...options })),
    store: new Store(new RecordSource()),
    getDataID,
  })
}

/** What the compiler writes as a type, with `language: 'typescript'`. */
export interface ChangesSubscription {
  readonly variables: { readonly chatId: string; readonly after: string | null }
  readonly response: { readonly messageChanged: Change }
}

/** Puts an added message before the others of its chat; a changed one is shown by its id. */
export function addToHistory(store: RecordSourceSelectorProxy<ChangesSubscription['response']>, chatGlobalId: string) {
  const change = store.getRootField('messageChanged')
  const message = change.getLinkedRecord('message')
  const chat = store.get(chatGlobalId)
  const history = chat && ConnectionHandler.getConnection(chat, 'relayDocuments_history')
  const isShown = history?.getLinkedRecords('edges')?.some((edge) => edge?.getLinkedRecord('node')?.getDataID() === message?.getDataID())
  if (change.getValue('kind') === 'ADDED' && message && history && !isShown) {
    ConnectionHandler.insertEdgeBefore(history, ConnectionHandler.createEdge(store, history, message, 'MessageEdge'))
  }
}
