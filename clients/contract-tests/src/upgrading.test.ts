import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { contractVersion } from '@greengraph/schema'
import { schemaPath } from '@greengraph/schema/codegen'
import { parse } from 'graphql'
import { createApolloClient } from './apollo-client.js'
import { CHANGES } from './changes.js'
import { CHAT, HISTORY, LISTS } from './documents.js'
import { historyDocuments } from './relay-compiled.js'
import { createEnvironment } from './relay-environment.js'
import { relayHistory } from './relay-history.js'
import { createUrqlClient } from './urql-client.js'
import { problemsOf } from './upgrading.js'

const repository = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const newest = readFileSync(schemaPath, 'utf8')

test('the packages have the version of the contract', () => {
  for (const name of ['schema', 'apollo', 'urql', 'relay', 'test-server']) {
    const { version } = JSON.parse(repository(`clients/${name}/package.json`)) as { version: string }
    assert.ok(version.startsWith(`${contractVersion}.`), `${name}: ${version}`)
  }
})

test('what a release promised still holds, and what is newer is named', () => {
  const promised = repository(`docs/schema/${contractVersion}.graphql`)

  assert.deepEqual(problemsOf([HISTORY, CHAT], promised), [])
  assert.deepEqual(problemsOf([HISTORY, CHAT, LISTS, CHANGES], newest), [])
  assert.match(problemsOf([parse('{ account { name hologram } }')], promised)[0] ?? '', /hologram/)
})

test('a field that is to go is named with what takes its place', () => {
  const next = newest.replace(/^(  totalCount: Int!)/gm, '$1 @deprecated(reason: "Use coverage.")')
  assert.notEqual(next, newest)

  const [problem] = problemsOf([parse('{ account { calls { totalCount } } }')], next)

  assert.match(problem ?? '', /totalCount is deprecated\. Use coverage\./)
})

interface Newest {
  account: { chat: { lastMessage: { __typename: string; id: string; text: string | null; sentAt?: string } } }
}

/** As an inbox asks: some fields by themselves, some in a fragment on the interface, those of a kind in one on the kind. */
const NEWEST: TypedDocumentNode<Newest, Record<string, never>> = parse(`
  query Newest {
    account {
      id
      chat(chatId: "70000001001@c.us") {
        id
        lastMessage {
          __typename
          id
          text
          ...Parts
          ... on PollMessage { question }
        }
      }
    }
  }

  fragment Parts on Message { sentAt }
`)

const HOLOGRAM = { __typename: 'HologramMessage', id: 'm1', text: 'Look!', sentAt: '2026-03-02T10:00:00Z' }
const answering = (data: object): typeof fetch => async () => Response.json({ data })
const newer = answering({ account: { __typename: 'Account', id: 'a1', chat: { __typename: 'Chat', id: 'c1', lastMessage: HOLOGRAM } } })

test('Apollo shows a message of a kind that is newer than the package, fragments on the interface included', async () => {
  const client = createApolloClient('http://gateway.test/graphql', {}, newer)

  const { data } = await client.query({ query: NEWEST })

  assert.deepEqual(data?.account.chat.lastMessage, HOLOGRAM)
  assert.deepEqual(client.readQuery({ query: NEWEST })?.account.chat.lastMessage, HOLOGRAM)
})

test('Graphcache shows what is selected outside of fragments', async () => {
  const client = createUrqlClient('http://gateway.test/graphql', {}, newer)

  const { data } = await client.query(NEWEST, {}).toPromise()

  const { sentAt, ...selected } = HOLOGRAM
  assert.deepEqual({ ...data?.account.chat.lastMessage }, selected, `not ${sentAt}`)
})

test('Relay shows it, since its compiler asks for the interfaces of a type', async () => {
  const node = { __typename: 'HologramMessage', __isMessage: 'HologramMessage', __isNode: 'HologramMessage', id: 'm1', text: 'Look!' }
  const history = { __typename: 'MessageConnection', edges: [{ node, cursor: 'x' }], pageInfo: { endCursor: 'x', hasNextPage: false } }
  const environment = createEnvironment('http://gateway.test/graphql', {
    fetch: answering({ account: { __typename: 'Account', id: 'a1', chat: { __typename: 'Chat', id: 'c1', history } } }),
  })
  const shown = relayHistory(environment, await historyDocuments(), 'c1')

  await shown.open()

  assert.deepEqual(shown.texts(), ['Look!'])
})
