import { useState } from 'react'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { BesideDocument, ContextDocument, HistoryDocument, type ContextQuery } from './generated.js'

const PAGE = 40

type Page = NonNullable<NonNullable<NonNullable<ContextQuery['account']>['chat']>['history']>

/** A message with its neighbours, and what is next to them as one goes on in either direction. */
export interface Surroundings {
  readonly page: Page | undefined
  readonly error: unknown
  readonly refetch: () => Promise<unknown>
  readonly older: () => Promise<void>
  /** Resolves to true where the newest message is reached: from there on the chat's own history has all of it. */
  readonly newer: () => Promise<boolean>
}

export function useSurroundings(account: string, chatId: string, messageId: string | undefined): Surroundings {
  const client = useApolloClient()
  const variables = { account, chatId, messageId: messageId ?? '' }
  const { data, error, refetch } = useQuery(ContextDocument, { variables, skip: messageId === undefined, errorPolicy: 'all' })
  const page = data?.account?.chat?.history ?? undefined
  const [loading, setLoading] = useState(false)

  const grow = async (where: { first: number; after: string | null } | { last: number; before: string | null }, joined: (held: Page, beside: Page) => Page) => {
    setLoading(true)
    try {
      const { data } = await client.query({ query: BesideDocument, variables: { account, chatId, ...where }, fetchPolicy: 'no-cache' })
      const beside = data?.account?.chat?.history
      if (beside) {
        client.cache.updateQuery({ query: ContextDocument, variables }, (held) => {
          const chat = held?.account?.chat
          return held?.account && chat?.history ? { ...held, account: { ...held.account, chat: { ...chat, history: joined(chat.history, beside) } } } : undefined
        })
      }
      return beside
    } finally {
      setLoading(false)
    }
  }

  return {
    page,
    error,
    refetch,
    older: async () => {
      if (loading || !page?.pageInfo.hasNextPage) return
      await grow({ first: PAGE, after: page.pageInfo.endCursor ?? null }, (held, beside) => ({
        ...held,
        edges: [...held.edges, ...beside.edges],
        pageInfo: { ...held.pageInfo, endCursor: beside.pageInfo.endCursor ?? held.pageInfo.endCursor ?? null, hasNextPage: beside.pageInfo.hasNextPage },
      }))
    },
    newer: async () => {
      if (loading || !page?.pageInfo.hasPreviousPage) return false
      const beside = await grow({ last: PAGE, before: page.pageInfo.startCursor ?? null }, (held, beside) => ({
        ...held,
        edges: [...beside.edges, ...held.edges],
        pageInfo: { ...held.pageInfo, startCursor: beside.pageInfo.startCursor ?? held.pageInfo.startCursor ?? null, hasPreviousPage: beside.pageInfo.hasPreviousPage },
      }))
      if (!beside || beside.pageInfo.hasPreviousPage) return false
      return reachHistory()
    },
  }

  /** Puts all of it into the chat's own history, where new messages come. */
  function reachHistory(): boolean {
    const whole = client.readQuery({ query: ContextDocument, variables })?.account?.chat?.history
    const reached = client.cache.updateQuery({ query: HistoryDocument, variables: { account, chatId } }, (held) => {
      const chat = held?.account?.chat
      if (!held?.account || !chat?.history || !whole) return undefined
      const known = new Set(whole.edges.map(({ node }) => node.id))
      const arrived = chat.history.edges.filter(({ node }) => !known.has(node.id) && node.sentAt >= (whole.edges[0]?.node.sentAt ?? ''))
      const { endCursor, hasNextPage } = whole.pageInfo
      return {
        ...held,
        account: { ...held.account, chat: { ...chat, history: { ...chat.history, edges: [...arrived, ...whole.edges], pageInfo: { ...chat.history.pageInfo, endCursor: endCursor ?? null, hasNextPage } } } },
      }
    })
    return reached !== null && reached !== undefined
  }
}
