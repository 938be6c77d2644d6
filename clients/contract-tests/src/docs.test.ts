import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const SOURCES = new URL('../src/', import.meta.url)
const PAGES = new URL('../../../docs/frontend/', import.meta.url)
const read = (folder: URL) => readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

// What is shown is what these tests run, but for the indentation.
test('every snippet of the documentation stands in a file that is tested', () => {
  const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')
  const sources = read(SOURCES).map(({ text }) => lines(text))

  const snippets = read(PAGES).flatMap(({ name, text }) =>
    [...text.matchAll(/^```(?:ts|js|graphql)\n(.*?)^```/gms)].map(([, snippet = '']) => ({ name, snippet: lines(snippet) })),
  )

  assert.ok(snippets.length > 0)
  for (const { name, snippet } of snippets) {
    assert.ok(sources.some((source) => source.includes(snippet)), `${name}: no tested file has\n${snippet}`)
  }
})
