import { readdirSync } from 'node:fs'

// One process, so that the clients ask one gateway: to start one takes longer than all their questions. Apart are the tests that take `fetch` over and those
// of the start itself, and those that build a page first: meanwhile the others would end and stop the gateway.
const APART = ['all.test.js', 'browser.test.js', 'mocks.test.js', 'test-server.test.js']

for (const file of readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.js') && !APART.includes(name))) {
  await import(`./${file}`)
}
