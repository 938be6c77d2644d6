// Runs in Node and in the browser: whether a client keeps a chat that comes in two lists as one object.
import relayRuntime, { type ConcreteRequest } from 'relay-runtime'
import { createApolloClient } from './apollo-client.js'
import { CHAT, LISTS, type Lists } from './documents.js'
import { createEnvironment } from './relay-environment.js'
import { createUrqlClient } from './urql-client.js'

const { createOperationDescriptor, fetchQuery } = relayRuntime

/** The title in the list of chats, and behind a message of the other list. */
type Titles = [string | null | undefined, string | null | undefined]

const NAME = 'Renamed'

/** The id of the chat of the newest message; undefined if the other list has none of it. */
function chatIn(lists: Lists | undefined): string {
  const id = lists?.account.messages.edges[0]?.node.chat.id
  if (id === undefined || !lists?.account.chats.edges.some(({ node }) => node.id === id)) throw new Error('no chat is in both lists')
  return id
}

const titlesOf = (lists: Lists | null | undefined, id: string): Titles => [
  lists?.account.chats.edges.find(({ node }) => node.id === id)?.node.title,
  lists?.account.messages.edges[0]?.node.chat.title,
]

/** Renames, in the cache of each client, the chat of the newest message, and reads both lists from there. */
export const RENAMING = {
  async Apollo(uri: string): Promise<Titles> {
    const client = createApolloClient(uri)
    const { data } = await client.query({ query: LISTS })
    const id = chatIn(data)
    client.cache.modify({ id: client.cache.identify({ __typename: 'Chat', id }) ?? '', fields: { title: () => NAME } })
    return titlesOf(client.readQuery({ query: LISTS }), id)
  },

  async urql(url: string): Promise<Titles> {
    const client = createUrqlClient(url, {}, withTitleOfNode)
    const { data } = await client.query(LISTS, {}).toPromise()
    const id = chatIn(data)
    await client.query(CHAT, { id }).toPromise()
    const held = await client.query(LISTS, {}, { requestPolicy: 'cache-only' }).toPromise()
    return titlesOf(held.data, id)
  },

  async Relay(url: string, lists: ConcreteRequest): Promise<Titles> {
    const environment = createEnvironment(url)
    const operation = createOperationDescriptor(lists, {})
    environment.retain(operation)
    const id = chatIn((await fetchQuery(environment, lists, {}).toPromise()) as Lists | undefined)
    environment.commitUpdate((store) => store.get(id)?.setValue(NAME, 'title'))
    return titlesOf(environment.lookup(operation.fragment).data as unknown as Lists, id)
  },
}

/** A `fetch` as if the chat had been renamed since the lists were read. */
const withTitleOfNode: typeof fetch = async (address, init) => {
  const response = await fetch(address, init)
  const answer = (await response.json()) as { data?: { node?: { title: string } } }
  if (answer.data?.node) {
    answer.data.node.title = NAME
  }
  return Response.json(answer)
}
