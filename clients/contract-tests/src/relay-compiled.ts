import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { HistoryDocuments } from './relay-history.js'

/** What the compiler is told besides: where it writes, and which ids it gives. */
type CompilerOptions = Readonly<Record<string, unknown>>

const CONFIG = `
const { relayConfig } = require('@greengraph/relay/config')
module.exports = { ...relayConfig, src: './src', language: 'javascript' }
`

/** Runs the real compiler on `relay-documents.ts` in a folder of its own, and returns that. */
export async function compiled(options: CompilerOptions = {}, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'))
  cpSync(fileURLToPath(new URL('./relay-documents.js', import.meta.url)), join(folder, 'relayDocuments.js'))
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'artifacts'))
  const further = { src: '.', artifactDirectory: 'artifacts', eagerEsModules: false, ...options }
  writeFileSync(join(folder, 'relay.config.js'), `${CONFIG}\nObject.assign(module.exports, ${JSON.stringify(further)})`)
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js')
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [compiler], { cwd: folder })
  if (/warn/i.test(stdout + stderr)) {
    throw new Error(`the compiler warns:\n${stdout}${stderr}`)
  }
  return folder
}

/** A document as the compiler left it. */
export async function artifactOf<T>(folder: string, name: string): Promise<T> {
  return (await import(pathToFileURL(join(folder, 'artifacts', `${name}.graphql.js`)).href)).default as T
}

let once: Promise<string> | undefined

/** The same, compiled once for all tests of this process. */
export const artifact = async <T>(name: string) => artifactOf<T>(await (once ??= compiled()), name)

/** What `relay-history.ts` works with. */
export const historyDocuments = async (): Promise<HistoryDocuments> => ({
  query: await artifact('relayDocumentsChatQuery'),
  fragment: await artifact('relayDocuments_messages'),
  more: await artifact('relayDocumentsMoreQuery'),
})
