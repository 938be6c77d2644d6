import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestOfApollo, manifestOfCodegen, NOT_TRUSTED, TRUSTED, trustedTests } from './manifests.js'
import { ASK_TRUSTED, codeOfRefusal } from './trusted.js'

const trustedTest = await trustedTests()

trustedTest("a manifest of Apollo's tool is what the gateway takes, and nothing else", async (server) => {
  assert.equal(await ASK_TRUSTED.Apollo(server.url, TRUSTED.Apollo), 3)
  assert.equal(await codeOfRefusal(server.url, NOT_TRUSTED), 'DOCUMENT_NOT_TRUSTED')
})

trustedTest('a manifest of GraphQL Code Generator is, too, with urql, and Graphcache finds the types in it', async (server) => {
  assert.equal(await ASK_TRUSTED.urql(server.url, TRUSTED.urql), 3)
})

trustedTest('what the compiler of Relay persisted is sent as documentId, and taken', async (server) => {
  assert.equal(TRUSTED.Relay.params.text, null)

  assert.ok((await ASK_TRUSTED.Relay(server.url, TRUSTED.Relay)) > 3)
})

const TWO = 'query One { account { id } } query Two { account { name } }'

test("Apollo's tool refuses a file with two operations", async () => {
  await assert.rejects(manifestOfApollo({ 'two.graphql': TWO }), /Cannot declare multiple operations in a single document/)
})

test('GraphQL Code Generator adds __typename only where it is told to', async () => {
  const text = 'query Chats { account { chats { edges { cursor } } } }'
  const [asked = ''] = Object.values(await manifestOfCodegen(text))
  const [without = ''] = Object.values(await manifestOfCodegen(text, false))

  assert.match(asked, /account \{\s+__typename/)
  assert.doesNotMatch(without, /__typename/)
})
