import assert from 'node:assert/strict'
import { hasCode } from '@greengraph/schema'
import { gatewayTests } from './gateway.js'
import { ask } from './plain-client.js'

const gatewayTest = await gatewayTests()

interface Chats {
  account: { chats: { nodes: { chatId: string; title: string | null }[] } }
}

gatewayTest('without a client of GraphQL: a list, and an error that is asked for again', async (server) => {
  const { url } = server
  const { data } = await ask<Chats>(url, 'query Chats { account { chats(first: 10) { nodes { chatId title } } } }')
  assert.equal(data?.account.chats.nodes.length, 10)

  await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })
  const { errors } = await ask(url, '{ account { chat(chatId: "70000777901@c.us") { history(first: 1) { nodes { id } } } } }')
  await server.clearFaults()
  assert.ok(errors?.[0] && hasCode(errors[0], 'RATE_LIMITED'))
})
