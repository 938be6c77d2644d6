import { relayStylePagination } from '@apollo/client/utilities'
import type { FieldPolicy } from '@apollo/client'

type Relay = ReturnType<typeof relayStylePagination>
type Merge = Extract<NonNullable<Relay['merge']>, (...args: never[]) => unknown>
type Connection = NonNullable<Parameters<Merge>[0]>
type MergeOptions = Parameters<Merge>[2]

/**
 * Apollo's `relayStylePagination`, but for two cases of lists whose newest entry comes first: a first page that is asked for again goes
 * before the pages that are held if it reaches them, in place of dropping them; and a list that is null because it failed is no empty page.
 * Where a first page does not reach what is held, more has arrived than fits into it, and the held pages are dropped, as Apollo does.
 */
export function newestFirstPagination(keyArgs: string[]): FieldPolicy {
  const relay = relayStylePagination(keyArgs.length === 0 ? false : keyArgs)
  const relayMerge = relay.merge as Merge
  const merge = (existing: Connection | undefined, incoming: Connection | null, options: MergeOptions) => {
    if (incoming === null) {
      return existing ?? null
    }
    const merged = relayMerge(existing, incoming, options) as Connection
    return existing && !options.args?.['after'] ? withOlderPages(merged, existing) : merged
  }
  return { ...(relay as FieldPolicy), merge: merge as FieldPolicy['merge'] & {} }
}

function withOlderPages(first: Connection, held: Connection): Connection {
  const last = first.edges.at(-1)?.cursor
  const meeting = last === undefined ? -1 : held.edges.findIndex(({ cursor }) => cursor === last)
  const older = meeting < 0 ? [] : held.edges.slice(meeting + 1)
  if (older.length === 0) {
    return first
  }
  const { endCursor, hasNextPage } = held.pageInfo
  return { ...first, edges: [...first.edges, ...older], pageInfo: { ...first.pageInfo, endCursor, hasNextPage } }
}
