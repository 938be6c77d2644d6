import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { before, test } from 'node:test'
import { fetchFunction, getDataID } from '@greengraph/relay'
import { relayConfig } from '@greengraph/relay/config'
import relayRuntime, { type ConcreteRequest, type IEnvironment, type ReaderFragment } from 'relay-runtime'
import { addMessages, gatewayTests } from './gateway.js'
import { newestFirst, recordedWaits, recorder } from './recorder.js'

const { createOperationDescriptor, Environment, fetchQuery, getSingularSelector, Network, RecordSource, Store } = relayRuntime
const gatewayTest = await gatewayTests()
const folder = mkdtempSync(join(tmpdir(), 'relay-'))
const artifacts = join(folder, 'artifacts')

before(async () => {
  cpSync(fileURLToPath(new URL('./relay-documents.js', import.meta.url)), join(folder, 'relayDocuments.js'))
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'))
  cpSync(relayConfig.schema, join(folder, 'schema.graphql'))
  mkdirSync(artifacts)
  const config = { ...relayConfig, schema: 'schema.graphql', src: '.', language: 'javascript', artifactDirectory: 'artifacts', eagerEsModules: false }
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config))
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}')
  const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js')
  await promisify(execFile)(process.execPath, [compiler, 'relay.config.json'], { cwd: folder })
})

const artifact = async <T>(name: string) => (await import(pathToFileURL(join(artifacts, `${name}.graphql.js`)).href)).default as T

function createEnvironment(url: string, options?: Parameters<typeof fetchFunction>[1]) {
  return new Environment({
    network: Network.create(fetchFunction(url, options)),
    store: new Store(new RecordSource()),
    getDataID,
  })
}

async function messagesOf(environment: IEnvironment, chatId: string): Promise<(string | null)[]> {
  const query = await artifact<ConcreteRequest>('relayDocumentsChatQuery')
  const fragment = await artifact<ReaderFragment>('relayDocuments_messages')
  const { data } = environment.lookup(createOperationDescriptor(query, { chatId, count: 5 }).fragment)
  const chat = (data as { account: { chat: object } }).account.chat
  const read = environment.lookup(getSingularSelector(fragment, chat)!).data as unknown as { history: { edges: { node: { text: string | null } }[] } }
  return read.history.edges.map(({ node }) => node.text)
}

gatewayTest('a connection of Relay joins its pages without gap or repetition', async (server) => {
  const chatId = '70000777301@c.us'
  await addMessages(server, chatId, 1, 8)
  const environment = createEnvironment(server.url)
  const query = await artifact<ConcreteRequest>('relayDocumentsChatQuery')
  environment.retain(createOperationDescriptor(query, { chatId, count: 5 }))
  await fetchQuery(environment, query, { chatId, count: 5 }).toPromise()
  assert.deepEqual(await messagesOf(environment, chatId), newestFirst(8, 4))

  const records = environment.getStore().getSource().toJSON() as Record<string, Record<string, unknown>>
  const chat = Object.values(records).find((record) => record['__typename'] === 'Chat')
  const pageInfo = Object.values(records).find((record) => record['__typename'] === 'PageInfo' && record['endCursor'])
  const more = await artifact<ConcreteRequest>('relayDocumentsMoreQuery')
  await fetchQuery(environment, more, { id: chat?.['id'], count: 5, cursor: pageInfo?.['endCursor'] }).toPromise()

  assert.deepEqual(await messagesOf(environment, chatId), newestFirst(8))
})

gatewayTest('Relay asks again once, when the gateway says', async (server) => {
  const { waits, after } = recordedWaits()
  const { fetch, answersWith } = recorder()
  await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })
  const environment = createEnvironment(server.url, { retry: { after }, fetch })

  const query = await artifact<ConcreteRequest>('relayDocumentsChatQuery')
  await fetchQuery(environment, query, { chatId: '70000777302@c.us', count: 5 }).toPromise()
  await server.clearFaults()

  assert.equal(answersWith('RATE_LIMITED').length, 2)
  assert.equal(waits.length, 1)
})

test('a button has no key in Relay, a chat has its id', () => {
  assert.equal(getDataID({ id: '1' }, 'Button'), undefined)
  assert.equal(getDataID({ id: '1' }, 'Chat'), '1')
})
