import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gql, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { cacheConfig } from '@greengraph/apollo'

const QUERY = gql`
  query Chats($after: String) {
    account { id chats(first: 2, after: $after) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } } }
  }
`

/** A page of chats with these numbers; their cursors are their ids. */
function page(...numbers: number[]) {
  const edges = numbers.map((number) => ({ __typename: 'ChatEdge', cursor: `c${number}`, node: { __typename: 'Chat', id: `c${number}` } }))
  return { __typename: 'ChatConnection', edges, pageInfo: { __typename: 'PageInfo', endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: numbers.at(-1) !== 1 } }
}

/** What a cache holds after these answers, in the order of their arrival. */
function held(cache: InMemoryCache, ...answers: { chats: ReturnType<typeof page> | null; after?: string }[]) {
  for (const { chats, after } of answers) {
    cache.writeQuery({ query: QUERY, variables: { after: after ?? null }, data: { account: { __typename: 'Account', id: 'a', chats } } })
  }
  const data = cache.readQuery<{ account: { chats: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } } | null } }>({ query: QUERY })
  const chats = data?.account.chats
  return chats && { ids: chats.edges.map(({ node }) => node.id), endCursor: chats.pageInfo.endCursor }
}

const ours = () => new InMemoryCache(cacheConfig())
const apollos = () => new InMemoryCache({ typePolicies: { Account: { fields: { chats: relayStylePagination() } } } })
const TWO_PAGES = [{ chats: page(4, 3) }, { chats: page(2, 1), after: 'c3' }]

test('the first page, asked for again, goes before the held ones; Apollo alone drops those', () => {
  const polled = [...TWO_PAGES, { chats: page(5, 4) }]

  assert.deepEqual(held(ours(), ...polled), { ids: ['c5', 'c4', 'c3', 'c2', 'c1'], endCursor: 'c1' })
  assert.deepEqual(held(apollos(), ...polled)?.ids, ['c5', 'c4'])
})

test('where more has arrived than a page, the held pages are dropped: there would be a gap', () => {
  assert.deepEqual(held(ours(), ...TWO_PAGES, { chats: page(9, 8) }), { ids: ['c9', 'c8'], endCursor: 'c8' })
})

test('a list that failed is null, or as it was; Apollo alone makes an empty page of it', () => {
  assert.equal(held(ours(), { chats: null }), null)
  assert.deepEqual(held(ours(), ...TWO_PAGES, { chats: null })?.ids, ['c4', 'c3', 'c2', 'c1'])
  assert.deepEqual(held(apollos(), { chats: null })?.ids, [])
})

const HISTORY = gql`
  query History { chat { id history(first: 2) { edges { cursor node { id sentAt } } pageInfo { endCursor hasNextPage } } } }
`

/** A history with messages of these seconds, newest first; those that were told have no cursor. */
function history(hasNextPage: boolean, ...seconds: (number | { told: number })[]) {
  const edges = seconds.map((second) => {
    const at = typeof second === 'number' ? second : second.told
    const node = { __typename: 'TextMessage', id: `m${at}`, sentAt: `2026-11-01T00:00:0${at}Z` }
    return { __typename: 'MessageEdge', cursor: typeof second === 'number' ? `m${at}` : '', node }
  })
  return { __typename: 'MessageConnection', edges, pageInfo: { __typename: 'PageInfo', endCursor: edges.at(-1)?.cursor || null, hasNextPage } }
}

/** The seconds of what a cache holds after these answers. */
function shown(...answers: ReturnType<typeof history>[]) {
  const cache = ours()
  for (const answer of answers) {
    cache.writeQuery({ query: HISTORY, data: { chat: { __typename: 'Chat', id: 'c', history: answer } } })
  }
  const data = cache.readQuery<{ chat: { history: { edges: { node: { id: string } }[] } } }>({ query: HISTORY })
  return data?.chat.history.edges.map(({ node }) => node.id)
}

test('what was told stays in its place until an answer has it', () => {
  assert.deepEqual(shown(history(true, { told: 5 }, 4, 2), history(true, 4, 2)), ['m5', 'm4', 'm2'])
  assert.deepEqual(shown(history(true, { told: 3 }, 2, 1), history(true, 4, 2)), ['m4', 'm3', 'm2', 'm1'])
  assert.deepEqual(shown(history(true, { told: 3 }, 2, 1), history(true, 3, 2)), ['m3', 'm2', 'm1'])
  assert.deepEqual(shown(history(false, { told: 3 }), history(false)), ['m3'], 'also in a chat without another message')
  assert.deepEqual(shown(history(true, { told: 3 }, 2, 1), history(true, 9, 8)), ['m9', 'm8'], 'unless more has arrived than a page')
  assert.deepEqual(shown(history(true, 3, 2), history(true, 2, 1)), ['m2', 'm1'], 'an answer may take back what another one said')
})
