import type { ApolloClient } from '@apollo/client'
import { ABOUT_ANOTHER, type Message } from './conversation.js'
import { HistoryDocument, type ChangesSubscription } from './generated.js'

type Change = NonNullable<ChangesSubscription['messageChanged']>

/** Asks again what the page shows of these queries. */
export const refetch = (client: ApolloClient, ...names: string[]) =>
  client.refetchQueries({ include: 'active', onQueryUpdated: ({ queryName }) => queryName !== undefined && names.includes(queryName) })

/**
 * Takes a change into what is shown. A message that is held is changed already, by its id; a new one goes into its chat. The list of chats is asked for again, which costs the upstream
 * nothing: the gateway has just read it. So is a chat that an entry says something about, such as a reaction: the gateway puts it to its message.
 */
export function take(client: ApolloClient, account: string, { kind, message }: Change): void {
  if (kind === 'MISSED' || !message) return
  const isAboutAnother = ABOUT_ANOTHER.has(message.__typename)
  void refetch(client, 'Chats', ...(isAboutAnother ? ['History'] : []))
  if (kind === 'ADDED' && message.chat && !isAboutAnother) {
    add(client, account, message.chat.chatId, message)
  }
}

function add(client: ApolloClient, account: string, chatId: string, message: Message): void {
  client.cache.updateQuery({ query: HistoryDocument, variables: { account, chatId } }, (held) => {
    const chat = held?.account?.chat
    const history = chat?.history
    if (!held?.account || !chat || !history || history.edges.some(({ node }) => node.id === message.id)) return undefined
    const older = history.edges.findIndex(({ node }) => node.sentAt <= message.sentAt)
    const place = older < 0 ? history.edges.length : older
    // Its cursor is not known; that of the page's end is what leads on.
    const edges = history.edges.toSpliced(place, 0, { __typename: 'MessageEdge', cursor: '', node: message })
    return { ...held, account: { ...held.account, chat: { ...chat, history: { ...history, edges } } } }
  })
}
