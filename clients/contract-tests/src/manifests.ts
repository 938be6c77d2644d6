import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codegen } from '@graphql-codegen/core'
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset'
import { codegenConfig, schemaPath } from '@greengraph/schema/codegen'
import { buildSchema, parse } from 'graphql'
import type { ConcreteRequest } from 'relay-runtime'
import { gatewayTests } from './gateway.js'
import { artifactOf, compiled } from './relay-compiled.js'
import type { TrustedDocument } from './trusted.js'

/** As a developer writes it for Apollo. */
const OF_APOLLO = 'query ChatsOfApollo { account { id chats(first: 3) { edges { node { id } } } } }'
/** As a developer writes it for Graphcache: the preset adds `__typename`. */
const OF_CODEGEN = 'query ChatsOfCodegen { account { id chats(first: 3) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } } } }'
/** Stands in no manifest. */
export const NOT_TRUSTED = 'query NotTrusted { account { id } }'

/** Writes documents to a folder and runs the tool of Apollo on them; fails as that does. */
export async function manifestOfApollo(documents: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'))
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'persisted-query-manifest.config.json'), JSON.stringify({ documents: ['*.graphql'], output: 'manifest.json' }))
  const tool = createRequire(import.meta.url).resolve('@apollo/generate-persisted-query-manifest/cli.js')
  await promisify(execFile)(process.execPath, [tool], { cwd: folder })
  return join(folder, 'manifest.json')
}

/** What the client preset of GraphQL Code Generator writes. */
export async function manifestOfCodegen(text: string, withTypename = true): Promise<Record<string, string>> {
  const sdl = readFileSync(schemaPath, 'utf8')
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'gql/',
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: [{ location: 'chats.graphql', document: parse(text), rawSDL: text }],
    config: codegenConfig,
    plugins: [],
    pluginMap: {},
    presetConfig: { persistedDocuments: true },
    documentTransforms: withTypename ? [{ name: 'typename', transformObject: addTypenameSelectionDocumentTransform }] : [],
  })
  let manifest = '{}'
  for (const section of sections) {
    const content = await codegen(section)
    if (section.filename.endsWith('persisted-documents.json')) manifest = content
  }
  return JSON.parse(manifest) as Record<string, string>
}

const file = await manifestOfApollo({ 'chats.graphql': OF_APOLLO })
const ofCodegen = await manifestOfCodegen(OF_CODEGEN)
const relay = await compiled({ persistConfig: { file: 'persisted.json', algorithm: 'SHA256' } }, { 'persisted.json': '{}' })
const ofRelay = JSON.parse(readFileSync(join(relay, 'persisted.json'), 'utf8')) as Record<string, string>

// One gateway for all three: what the others wrote stands beside what Apollo's tool did.
const manifest = JSON.parse(readFileSync(file, 'utf8')) as { operations: { id: string; name: string; type: string; body: string }[] }
const operationOf = (id: string, body: string) => {
  const [definition] = parse(body).definitions
  assert.ok(definition?.kind === 'OperationDefinition')
  return { id, name: definition.name?.value ?? '', type: definition.operation, body }
}
const others = Object.entries({ ...ofCodegen, ...ofRelay }).map(([id, body]) => operationOf(id, body))
writeFileSync(file, JSON.stringify({ ...manifest, operations: [...manifest.operations, ...others] }))

const [[idOfCodegen = ''] = []] = Object.entries(ofCodegen)

/** What each client asks, as its tool left it. */
export const TRUSTED: { Apollo: TrustedDocument; urql: TrustedDocument; Relay: ConcreteRequest } = {
  Apollo: { id: manifest.operations[0]?.id ?? '', text: OF_APOLLO },
  urql: { id: idOfCodegen, text: OF_CODEGEN },
  Relay: await artifactOf<ConcreteRequest>(relay, 'relayDocumentsListsQuery'),
}

/** Against a gateway that takes these documents and no others. */
export const trustedTests = () => gatewayTests({ settings: { 'greengraph.trusted-documents.manifest': file } })
