import assert from 'node:assert/strict'
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { cacheConfig } from '@greengraph/apollo'
import { print } from 'graphql'
import { costLink, planOf, type Cost } from './cost.js'
import { FRESHLY, HISTORY, LISTS } from './documents.js'
import { callsOf, gatewayTests } from './gateway.js'

const gatewayTest = await gatewayTests()

gatewayTest('a query is planned without being executed', async (server) => {
  const before = await callsOf(server, 'getChatHistory')

  const plan = await planOf(server.url, print(LISTS))
  assert.equal(plan?.plannedCalls, 2)
  const ofChat = await planOf(server.url, print(HISTORY), { chatId: '70000777801@c.us', first: 5 })

  assert.equal(ofChat?.plannedCalls, 1)
  assert.equal(ofChat.expectedCalls, 1)
  assert.equal(await callsOf(server, 'getChatHistory'), before)
})

gatewayTest('Apollo is told what an answer cost', async (server) => {
  const costs: [string | undefined, Cost][] = []
  const client = new ApolloClient({
    cache: new InMemoryCache(cacheConfig()),
    link: ApolloLink.from([costLink((name, cost) => costs.push([name, cost])), new HttpLink({ uri: server.url })]),
  })
  const ask = () => client.query({ query: FRESHLY, variables: { chatId: '70000777802@c.us', maxAge: 60 }, fetchPolicy: 'network-only' })

  await ask()
  await ask()

  assert.deepEqual(
    costs.map(([name, { plannedCalls, madeCalls }]) => [name, plannedCalls, madeCalls]),
    [['Freshly', 1, 1], ['Freshly', 1, 0]],
  )
})
