import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, afterEach, before, test } from 'node:test'
import { addMocksToSchema } from '@graphql-tools/mock'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { ErrorCode } from '@greengraph/schema'
import { schemaPath } from '@greengraph/schema/codegen'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { graphql as execute } from 'graphql'
import { createApolloClient } from './apollo-client.js'
import { HISTORY, textsOf } from './documents.js'

const mocked = addMocksToSchema({
  schema: makeExecutableSchema({ typeDefs: readFileSync(schemaPath, 'utf8') }),
  mocks: {
    DateTime: () => '2026-03-02T10:00:00Z',
    Message: () => ({ __typename: 'TextMessage', text: 'Is the blue mug ready?' }),
    Freshness: () => ({ state: 'FRESH', reason: null }),
  },
})

const server = setupServer(
  http.post('*/graphql', async ({ request }) => {
    const { query, variables } = (await request.json()) as { query?: string; variables?: Record<string, unknown> }
    if (query === undefined) {
      return HttpResponse.json({ errors: [{ message: 'send the text', extensions: { code: ErrorCode.PERSISTED_QUERY_NOT_FOUND } }] })
    }
    return HttpResponse.json(await execute({ schema: mocked, source: query, variableValues: variables }))
  }),
)

before(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
after(() => server.close())

test('a query is answered from the schema, without a gateway', async () => {
  const answer = await execute({
    schema: mocked,
    source: '{ account { chats { nodes { title lastMessage { text sentAt } } freshness { state } } } }',
  })

  assert.equal(answer.errors, undefined)
  const { nodes, freshness } = (answer.data as { account: { chats: { nodes: { lastMessage: object }[]; freshness: object } } }).account.chats
  assert.deepEqual({ ...nodes[0]?.lastMessage }, { text: 'Is the blue mug ready?', sentAt: '2026-03-02T10:00:00Z' })
  assert.deepEqual({ ...freshness }, { state: 'FRESH' })
})

test('MSW answers a real client with errors and waits as the gateway does', async () => {
  server.use(
    http.post('*/graphql', () => {
      const extensions = { code: 'RATE_LIMITED', retryable: true, retryAfterMs: 40 }
      return HttpResponse.json({ data: { account: null }, errors: [{ message: 'wait', path: ['account'], extensions }] })
    }, { once: true }),
  )
  const waits: number[] = []
  const client = createApolloClient('http://gateway.test/graphql', {
    after: (ms, run) => {
      waits.push(ms)
      run()
      return () => undefined
    },
  })

  const { data } = await client.query({ query: HISTORY, variables: { chatId: '70000001001@c.us', first: 2 } })

  assert.deepEqual(waits, [40])
  assert.equal(textsOf(data)?.[0], 'Is the blue mug ready?')
})
