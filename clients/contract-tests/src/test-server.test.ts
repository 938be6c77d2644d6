import assert from 'node:assert/strict'
import { GatewayUnavailable, startServer, type Server } from '@greengraph/test-server'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gatewayTests } from './gateway.js'

const START = new Date(Date.now() + 86_400_000)
const gatewayTest = await gatewayTests({ clock: START, seed: 7 })

test('a jar that is not there is named', async () => {
  await assert.rejects(startServer({ jar: 'nowhere/quarkus-run.jar' }), (error) => {
    assert.ok(error instanceof GatewayUnavailable)
    assert.match(error.message, /nowhere\/quarkus-run\.jar does not exist/)
    return true
  })
})

gatewayTest('a jar that ends at once is told with its output, before the time is over', async () => {
  const noJar = fileURLToPath(new URL('../package.json', import.meta.url))

  await assert.rejects(startServer({ jar: noJar }), /ended \(exit code 1\).*demo build[^]*corrupt jarfile/)
})

gatewayTest('the clock stands where it was set and can be moved', async (server) => {
  const before = await server.clock()

  const after = await server.advanceClock(3600)

  assert.ok(Date.parse(before.now) >= START.getTime())
  assert.ok(Date.parse(before.now) < START.getTime() + 3_600_000)
  assert.ok(Date.parse(after.now) >= START.getTime() + 3_600_000)
})

gatewayTest('a message on demand is in the history of its chat', async (server) => {
  const { idMessage } = await server.addMessage({ chatId: '70000555001@c.us', text: 'Is the blue mug ready?' })

  const history = await historyOf(server, '70000555001@c.us')

  assert.deepEqual(history.data, {
    account: { chat: { history: { nodes: [{ messageId: idMessage, text: 'Is the blue mug ready?' }] } } },
  })
})

gatewayTest('a fault strikes until it is cleared', async (server) => {
  await server.addFault({ kind: 'unauthorized', account: 'shop', method: 'getChatHistory' })
  const failed = await historyOf(server, '70000555002@c.us')
  await server.clearFaults()

  assert.equal(failed.errors?.[0]?.extensions.code, 'UPSTREAM_UNAUTHORIZED')
  await assert.rejects(server.addFault({ kind: 'sunshine' }), /refused POST faults/)
})

interface Answer {
  data: unknown
  errors?: { extensions: { code: string } }[]
}

async function historyOf(server: Server, chatId: string): Promise<Answer> {
  const query = `query History($chatId: String!) { account { chat(chatId: $chatId) { history(first: 5) { nodes { messageId text } } } } }`
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify({ query, variables: { chatId } }) })
  return (await answer.json()) as Answer
}
