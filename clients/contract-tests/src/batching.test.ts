import assert from 'node:assert/strict'
import { ApolloClient, gql, InMemoryCache } from '@apollo/client'
import { BatchHttpLink } from '@apollo/client/link/batch-http'
import { cacheConfig } from '@greengraph/apollo'
import { gatewayTests } from './gateway.js'

const gatewayTest = await gatewayTests()

gatewayTest('an array of operations is refused, and the code is not in what Apollo says of it', async (server) => {
  const client = new ApolloClient({ cache: new InMemoryCache(cacheConfig()), link: new BatchHttpLink({ uri: server.url, batchMax: 2 }) })

  const both = [gql`query One { account { id } }`, gql`query Two { account { name } }`].map((query) => client.query({ query }))

  for (const result of await Promise.allSettled(both)) {
    assert.ok(result.status === 'rejected')
    const { message, result: answer } = result.reason as Error & { result?: unknown }
    assert.equal(message, 'server returned results with length 1, expected length of 2')
    assert.match(JSON.stringify(answer), /BATCHING_DISABLED/)
  }
})
