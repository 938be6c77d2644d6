import assert from 'node:assert/strict'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { AnsweredError, RetryOptions } from '@greengraph/schema'
import { FRESHLY, HISTORY, LISTS, textsOf, type Demand } from './documents.js'
import { callsOf, gatewayTests } from './gateway.js'
import { recordedWaits, recorder } from './recorder.js'

/** What the contract asks of a client, whatever its own interface. */
export interface ContractClient {
  query<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    anew?: boolean,
  ): Promise<{ data: Data | undefined; errors: readonly (AnsweredError & { path?: readonly (string | number)[] | undefined })[] }>
}

export type CreateClient = (url: string, retry?: RetryOptions, fetch?: typeof globalThis.fetch) => ContractClient

/** What holds for every client with its kit. The chats are those of the client alone: all clients ask the same gateway. */
export async function clientContract(client: string, chatPrefix: string, create: CreateClient): Promise<void> {
  const gatewayTest = await gatewayTests()
  const history = (number: number) => ({ chatId: `${chatPrefix}00${number}@c.us`, first: 5 })

  gatewayTest(`${client}: an answer that says when is asked for again then, once`, async (server) => {
    const { waits, after } = recordedWaits()
    const { fetch, answersWith } = recorder()
    await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })

    const refused = await create(server.url, { after }, fetch).query(HISTORY, history(2))
    await server.clearFaults()

    const answers = answersWith('RATE_LIMITED')
    assert.equal(answers.length, 2)
    assert.deepEqual(waits, [answers[0]?.answer.errors?.[0]?.extensions.retryAfterMs])
    assert.equal(refused.errors[0]?.extensions?.['code'], 'RATE_LIMITED')
  })

  gatewayTest(`${client}: a retry that succeeds is all that the caller sees`, async (server) => {
    const { waits, after } = recordedWaits()
    const { fetch, answersWith } = recorder()
    const clear = (ms: number, run: () => void) => after(ms, () => void server.clearFaults().then(run))
    await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })

    const { data, errors } = await create(server.url, { after: clear }, fetch).query(HISTORY, history(3))

    assert.deepEqual(errors, [])
    assert.deepEqual(textsOf(data), [])
    assert.equal(answersWith('RATE_LIMITED').length, 1)
    assert.equal(waits.length, 1)
  })

  gatewayTest(`${client}: a field that failed is null, its siblings keep their data`, async (server) => {
    await server.addFault({ kind: 'server-error', account: 'shop', method: 'getChatHistory' })

    const { data, errors } = await create(server.url).query(HISTORY, history(4))
    await server.clearFaults()

    assert.equal(data?.account.name, 'shop')
    assert.equal(data?.account.chat.history, null)
    assert.equal(errors[0]?.extensions?.['code'], 'UPSTREAM_UNAVAILABLE')
    assert.deepEqual(errors[0]?.path, ['account', 'chat', 'history'])
  })

  gatewayTest(`${client}: a caller says how fresh a list must be, and pays for that only`, async (server) => {
    const asking = create(server.url)
    const { chatId } = history(5)
    const ask = async (demand: Demand) => {
      const before = await callsOf(server, 'getChatHistory')
      const { data, errors } = await asking.query(FRESHLY, { chatId, ...demand }, true)
      assert.deepEqual(errors, [])
      return { texts: textsOf(data), state: data?.account.chat.history?.freshness.state, calls: (await callsOf(server, 'getChatHistory')) - before }
    }

    await server.addMessage({ chatId, text: 'first' })
    assert.deepEqual(await ask({}), { texts: ['first'], state: 'FRESH', calls: 1 })
    await server.advanceClock(1)
    await server.addMessage({ chatId, text: 'second' })
    assert.deepEqual(await ask({ maxAge: 60 }), { texts: ['first'], state: 'FRESH', calls: 0 })
    assert.deepEqual(await ask({ maxAge: 0, maxWait: 10 }), { texts: ['second', 'first'], state: 'FRESH', calls: 1 })
  })

  gatewayTest(`${client}: what would have to be waited for is null without an error, and there the next time`, async (server) => {
    const asking = create(server.url)
    const { chatId } = history(6)
    const before = await callsOf(server, 'getChatHistory')

    const atOnce = await asking.query(FRESHLY, { chatId, maxWait: 0, otherwise: 'NULL' }, true)
    const later = await asking.query(FRESHLY, { chatId, maxAge: 60, maxWait: 10 }, true)

    assert.deepEqual([atOnce.errors, later.errors], [[], []])
    assert.equal(atOnce.data?.account.name, 'shop')
    assert.equal(atOnce.data?.account.chat.history, null)
    assert.deepEqual(textsOf(later.data), [])
    assert.equal((await callsOf(server, 'getChatHistory')) - before, 1)
  })

  gatewayTest(`${client}: a query goes by its hash once the gateway knows it`, async (server) => {
    const { fetch, exchanges } = recorder()
    const asking = create(server.url, {}, fetch)

    await asking.query(LISTS, {})
    const first = exchanges.length
    await asking.query(LISTS, {}, true)

    const sent = exchanges.map(({ request }) => ({ hash: request.extensions?.persistedQuery !== undefined, text: request.query !== undefined }))
    const afterMiss = [{ hash: true, text: false }, { hash: true, text: true }]
    assert.deepEqual(sent.slice(0, first), first === 1 ? afterMiss.slice(0, 1) : afterMiss, 'the text goes only to a gateway that does not know it yet')
    assert.deepEqual(sent.slice(first), [{ hash: true, text: false }])
  })
}
