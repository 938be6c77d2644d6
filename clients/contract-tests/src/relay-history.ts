// Runs in Node and in the browser.
import relayRuntime, { type ConcreteRequest, type IEnvironment, type ReaderFragment } from 'relay-runtime'

const { createOperationDescriptor, fetchQuery, getSingularSelector } = relayRuntime

/** What the compiler made of the query of a history, of its fragment, and of the query for its next page. */
export interface HistoryDocuments {
  readonly query: ConcreteRequest
  readonly fragment: ReaderFragment
  readonly more: ConcreteRequest
}

interface Chat {
  readonly history: {
    readonly edges: readonly { readonly node: { readonly text: string | null } }[]
    readonly pageInfo: { readonly endCursor: string | null }
  } | null
}

const FIRST = 5

/** The history of a chat in the store: opened, read on, and shown. */
export function relayHistory(environment: IEnvironment, { query, fragment, more }: HistoryDocuments, chatId: string) {
  const operation = createOperationDescriptor(query, { chatId, count: FIRST })
  const chat = () => (environment.lookup(operation.fragment).data as { account: { chat: { id: string } } }).account.chat
  const selector = () => getSingularSelector(fragment, chat())!
  const held = () => (environment.lookup(selector()).data as unknown as Chat).history
  return {
    /** The global id of the chat. */
    id: () => chat().id,
    selector,
    /** The texts that the store holds, newest first. */
    texts: () => held()?.edges.map(({ node }) => node.text),
    async open(): Promise<void> {
      environment.retain(operation)
      await fetchQuery(environment, query, { chatId, count: FIRST }).toPromise()
    },
    async showMore(): Promise<void> {
      await fetchQuery(environment, more, { id: chat().id, count: FIRST, cursor: held()?.pageInfo.endCursor }).toPromise()
    },
  }
}
