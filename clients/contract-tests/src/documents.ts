import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { parse } from 'graphql'

export interface HistoryVariables {
  chatId: string
  first: number
  after?: string | null
}

export interface History {
  account: {
    name: string
    chat: {
      id: string
      history: {
        edges: { cursor: string; node: { id: string; text: string | null } }[]
        pageInfo: { endCursor: string | null; hasNextPage: boolean }
        freshness: { state: string; reason: string | null; fetchedAt: string }
      } | null
    }
  }
}

export const HISTORY: TypedDocumentNode<History, HistoryVariables> = parse(`
  query History($chatId: String!, $first: Int!, $after: String) {
    account {
      id
      name
      chat(chatId: $chatId) {
        id
        history(first: $first, after: $after) @freshness(maxWait: 5) {
          edges { cursor node { id text } }
          pageInfo { endCursor hasNextPage }
          freshness { state reason fetchedAt }
        }
      }
    }
  }
`)

/** How fresh a caller wants a list, and how long it waits. */
export interface Demand {
  maxAge?: number
  maxWait?: number
  otherwise?: 'STALE' | 'NULL' | 'ERROR'
}

export const FRESHLY: TypedDocumentNode<History, { chatId: string } & Demand> = parse(`
  query Freshly($chatId: String!, $maxAge: Int, $maxWait: Int, $otherwise: FreshnessFallback = STALE) {
    account {
      id
      name
      chat(chatId: $chatId) {
        id
        history(first: 5) @freshness(maxAge: $maxAge, maxWait: $maxWait, otherwise: $otherwise) {
          edges { cursor node { id text } }
          pageInfo { endCursor hasNextPage }
          freshness { state reason fetchedAt }
        }
      }
    }
  }
`)

export interface Lists {
  account: {
    chats: { edges: { node: { id: string; title: string | null } }[] }
    messages: { edges: { node: { id: string; chat: { id: string; title: string | null } } }[] }
  }
}

/** The same chats twice: as entries of a list, and behind the messages of another. */
export const LISTS: TypedDocumentNode<Lists, Record<string, never>> = parse(`
  query Lists {
    account {
      id
      chats(first: 50) { edges { cursor node { id title } } }
      messages(first: 20) { edges { cursor node { id chat { id title } } } }
    }
  }
`)

/** One chat by its global id. */
export const CHAT: TypedDocumentNode<{ node: { id: string; title: string | null } | null }, { id: string }> = parse(`
  query Chat($id: ID!) {
    node(id: $id) { id ... on Chat { title } }
  }
`)

/** The texts of a page or of all pages together, in their order. */
export function textsOf(history: History | undefined): (string | null)[] | undefined {
  return history?.account.chat.history?.edges.map(({ node }) => node.text)
}
