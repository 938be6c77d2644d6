import { relayStylePagination } from '@apollo/client/utilities'
import type { FieldPolicy } from '@apollo/client'

type Relay = ReturnType<typeof relayStylePagination>
type Merge = Extract<NonNullable<Relay['merge']>, (...args: never[]) => unknown>
type Connection = NonNullable<Parameters<Merge>[0]>
type Edge = Connection['edges'][number]
type MergeOptions = Parameters<Merge>[2]

/**
 * Apollo's `relayStylePagination`, but for three cases of lists whose newest entry comes first: a first page that is asked for again goes
 * before the pages that are held if it reaches them, in place of dropping them; a list that is null because it failed is no empty page; and
 * a message that the page put into the list itself, by an edge without a cursor, stays until an answer has it.
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
    return existing && !options.args?.['after'] ? withTold(withOlderPages(merged, existing), existing, options) : merged
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

/** A history may be older than a message that was told since. */
function withTold(first: Connection, held: Connection, { readField }: MergeOptions): Connection {
  const node = (edge: Edge) => readField<{ __ref: string }>('node', edge)
  const sentAt = (edge: Edge) => readField<string>('sentAt', node(edge)) ?? ''
  const has = new Set(first.edges.map((edge) => node(edge)?.__ref))
  const edges = [...first.edges]
  for (const told of held.edges.filter((edge) => !edge.cursor && !has.has(node(edge)?.__ref))) {
    const place = edges.findIndex((edge) => sentAt(edge) <= sentAt(told))
    if (place >= 0 || !first.pageInfo.hasNextPage) {
      edges.splice(place < 0 ? edges.length : place, 0, told)
    }
  }
  return edges.length === first.edges.length ? first : { ...first, edges }
}
