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
