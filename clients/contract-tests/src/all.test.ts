import { readdirSync } from 'node:fs'
import { test } from 'node:test'

// One process, so that the clients ask one gateway: to start one takes longer than all their questions. Apart are the tests that take `fetch` over and those
// of the start itself.
const APART = ['all.test.js', 'mocks.test.js', 'test-server.test.js']

// Tests of one file would be over, and the gateway stopped, while the next file waits for one of its own.
let tell: () => void
const areRead = new Promise<void>((resolve) => (tell = resolve))
void test('every file is read before the first test begins', () => areRead)

for (const file of readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.js') && !APART.includes(name))) {
  await import(`./${file}`)
}
tell!()
