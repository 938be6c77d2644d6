// Writes src/generated.ts: a typed document for every operation of src/operations.graphql, checked against the schema.
import { readFileSync, writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as typescript from '@graphql-codegen/typescript'
import * as operations from '@graphql-codegen/typescript-operations'
import { codegenConfig, schemaPath } from '@greengraph/schema/codegen'
import { parse } from 'graphql'

const source = new URL('../src/operations.graphql', import.meta.url)
const target = new URL('../src/generated.ts', import.meta.url)
const generated = await codegen({
  filename: target.pathname,
  schema: parse(readFileSync(schemaPath, 'utf8')),
  documents: [{ location: source.pathname, document: parse(readFileSync(source, 'utf8')) }],
  config: { ...codegenConfig, useTypeImports: true, onlyOperationTypes: true },
  plugins: [{ typescript: {} }, { operations: {} }, { typedDocumentNode: {} }],
  pluginMap: { typescript, operations, typedDocumentNode },
})
writeFileSync(target, generated)
