import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as typescriptOperations from '@graphql-codegen/typescript-operations'
import { ageOf, connections, ErrorCode, isRevalidating, isStale, keylessTypes, possibleTypes, retryRule } from '@greengraph/schema'
import { codegenConfig, schemaPath } from '@greengraph/schema/codegen'
import { buildClientSchema, buildSchema, isInterfaceType, isObjectType, lexicographicSortSchema, parse, printSchema } from 'graphql'

const repository = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const sdl = repository('docs/schema.graphql')
const schema = buildSchema(sdl)
const printed = (of: typeof schema) => printSchema(lexicographicSortSchema(of))

test('the schema of the package is that of the gateway', () => {
  assert.equal(readFileSync(schemaPath, 'utf8'), sdl)
})

test('the introspection describes the same schema', () => {
  const introspection = createRequire(import.meta.url)('@greengraph/schema/introspection.json')

  assert.equal(printed(buildClientSchema(introspection)), printed(schema))
})

test('possible types are the implementations of each interface', () => {
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType)

  assert.deepEqual(Object.keys(possibleTypes).sort(), interfaces.map(({ name }) => name).sort())
  for (const type of interfaces) {
    const written = [...sdl.matchAll(/^type (\w+) implements ([\w &]+) \{/gm)]
    const implementing = written.filter(([, , names]) => names?.split(' & ').includes(type.name)).map(([, name]) => name)
    assert.deepEqual(possibleTypes[type.name]?.toSorted(), implementing.toSorted(), type.name)
  }
})

test('every list with pages is known, with the arguments that make it another list', () => {
  assert.deepEqual(connections['Chat']?.['history']?.filter((name) => name === 'first' || name === 'after'), [])
  assert.ok(connections['Chat']?.['history']?.includes('filter'))
  assert.ok(connections['Account']?.['chats']?.includes('kind'))
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const paged = Object.values(type.getFields()).filter((field) => field.args.some(({ name }) => name === 'first') && field.args.some(({ name }) => name === 'after'))
    assert.deepEqual(Object.keys(connections[type.name] ?? {}).sort(), paged.map(({ name }) => name).sort(), type.name)
  }
})

test('a button is no entity although it has an id, a chat is one', () => {
  assert.ok(schema.getType('Button') !== undefined && keylessTypes.includes('Button'))
  assert.ok(!keylessTypes.includes('Chat'))
  for (const root of ['Query', 'Mutation', 'Subscription']) {
    assert.ok(schema.getType(root) !== undefined && !keylessTypes.includes(root), root)
  }
})

test('the error codes are those that the gateway raises', () => {
  const source = repository('src/main/java/dev/greengraph/graphql/error/ErrorCode.java')
  const constants = source.slice(source.indexOf('public enum')).matchAll(/^ {4}([A-Z_]+)[,;(]/gm)

  assert.deepEqual(Object.keys(ErrorCode).sort(), [...constants].map(([, name]) => name).sort())
})

test('generated types hold a DateTime as text, and an enum that may get values', async () => {
  const document = parse('query Age { accounts { chats { freshness { fetchedAt state } } } }')

  const generated = await codegen({
    filename: 'types.ts',
    schema: parse(sdl),
    documents: [{ location: 'age.graphql', document }],
    config: codegenConfig,
    plugins: [{ typescript: {} }, { operations: {} }],
    pluginMap: { typescript, operations: typescriptOperations },
  })

  assert.match(generated, /DateTime: \{ input: string; output: string; \}/)
  assert.match(generated, /fetchedAt: string/)
  assert.match(generated, /'STALE'\s+\| '%future added value'/)
})

/** What the documentation says of clients that handle errors by themselves. */
test('a field that is null only with an error is not nullable for a client that handles errors', async () => {
  const document = parse('query History { account { name chat(chatId: "1@c.us") { title history { totalCount } } } }')
  const types = (config: object) =>
    codegen({
      filename: 'types.ts',
      schema: parse(sdl),
      documents: [{ location: 'history.graphql', document }],
      config: { ...codegenConfig, ...config },
      plugins: [{ operations: {} }],
      pluginMap: { operations: typescriptOperations },
    })

  assert.match(await types({}), /name\?: string \| null,.* title\?: string \| null, history\?: \{/)
  const strict = await types({ nullability: { errorHandlingClient: true } })
  assert.match(strict, /name: string,.* title\?: string \| null, history: \{/)
})

test('a retry waits for the longest of the waits that can help, and at most for the longest allowed', () => {
  const error = (retryable: boolean, retryAfterMs?: number) => ({ extensions: { retryable, retryAfterMs } })
  const { waitBefore } = retryRule({ longestWaitMs: 900 })

  assert.equal(waitBefore(0, [error(true, 200), error(true, 900), error(false, 950)]), 900)
  assert.equal(waitBefore(0, [error(true, 901)]), undefined)
  assert.equal(waitBefore(1, [error(true, 200)]), undefined)
  assert.equal(waitBefore(0, [error(true)]), undefined)
  assert.equal(waitBefore(0, undefined), undefined)
})

test('freshness tells age and state', () => {
  const freshness = { state: 'STALE', reason: 'REVALIDATING', fetchedAt: '2026-03-02T10:00:00Z' }

  assert.ok(isStale(freshness) && isRevalidating(freshness))
  assert.equal(ageOf(freshness, Date.parse('2026-03-02T10:00:07Z')), 7_000)
  assert.equal(ageOf(freshness, Date.parse('2026-03-02T09:59:59Z')), 0)
  assert.equal(ageOf(null), undefined)
})

test("Relay's configuration is the same for require and for import", async () => {
  const { relayConfig } = await import('@greengraph/relay/config')

  assert.deepEqual(createRequire(import.meta.url)('@greengraph/relay/config').relayConfig, relayConfig)
})
