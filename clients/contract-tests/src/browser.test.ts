import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { BrowserUnavailable, launchChromium } from '@greengraph/chromium'
import type { ConcreteRequest } from 'relay-runtime'
import { build, type Rolldown } from 'vite'
import type { BrowserClient, Shown } from './browser-history.js'
import { addMessages, gatewayTests } from './gateway.js'
import { NOT_TRUSTED, TRUSTED, trustedTests } from './manifests.js'
import { ALLOWED_ORIGIN, OTHER_ORIGIN, serve } from './pages.js'
import { newestFirst } from './recorder.js'
import { artifact, historyDocuments } from './relay-compiled.js'
import { KEY, LIVE_SETTINGS, Watch } from './watch.js'

const entry = fileURLToPath(new URL('./browser-page.js', import.meta.url))
const browser = await launchChromium().catch((error: unknown) => {
  if (error instanceof BrowserUnavailable && process.env['GREENGRAPH_CONTRACT_TESTS'] !== 'required') return error
  throw error
})

if (browser instanceof BrowserUnavailable) {
  test('a page of another origin', { skip: browser.message })
} else {
  after(() => browser.close())
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'page' } },
  })) as Rolldown.RolldownOutput[]
  serve(built[0]?.output[0].code ?? '')
  const gatewayTest = await gatewayTests()
  const trustedTest = await trustedTests()
  const liveTest = await gatewayTests({ settings: LIVE_SETTINGS })
  const watch = new Watch()
  after(() => watch.stop())

  const opened = async (origin: string) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(origin)
    return page
  }

  for (const ask of ['askWithApollo', 'askWithUrql'] as const) {
    gatewayTest(`${ask}: a page of an allowed origin asks by hash, and the browser keeps the fresh answer`, async (server) => {
      const page = await opened(ALLOWED_ORIGIN)
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      const keptAnswers: boolean[] = []
      session.on('Network.responseReceived', ({ response, type }) => type !== 'Preflight' && keptAnswers.push(response.fromDiskCache === true))
      const asked = () => page.evaluate(`page.${ask}(${JSON.stringify(server.url)})`)

      assert.equal(await asked(), 3, 'the text goes once')
      assert.equal(await asked(), 3, 'by the hash')
      const sent = keptAnswers.length
      assert.equal(await asked(), 3)

      assert.ok(keptAnswers.slice(0, sent).every((kept) => !kept))
      assert.deepEqual(keptAnswers.slice(sent), [true], 'the third time nothing is sent')
    })
  }

  const CLIENTS: BrowserClient[] = ['Apollo', 'urql', 'Relay']
  const documents = await historyDocuments()
  const lists = await artifact<ConcreteRequest>('relayDocumentsListsQuery')
  const call = <T>(page: Awaited<ReturnType<typeof opened>>, name: string, ...args: unknown[]) => page.evaluate<T>(`page.${name}(${args.map((arg) => JSON.stringify(arg)).join()})`)

  for (const [index, client] of CLIENTS.entries()) {
    const chatOf = (number: number) => `7000077885${index}${number}@c.us`

    gatewayTest(`${client} in a browser: pages join without gap or repetition while a message arrives`, async (server) => {
      const page = await opened(ALLOWED_ORIGIN)
      await addMessages(server, chatOf(1), 1, 12)

      const first = await call<Shown>(page, 'openHistory', client, server.url, chatOf(1), documents)
      await addMessages(server, chatOf(1), 13, 13)
      const second = await call<Shown>(page, 'showMore')
      const third = await call<Shown>(page, 'showMore')

      assert.deepEqual([first.texts, second.texts, third.texts], [newestFirst(12, 8), newestFirst(12, 3), newestFirst(12)])
    })

    gatewayTest(`${client} in a browser: a field that has to wait is asked for again once, and null beside its siblings`, async (server) => {
      const page = await opened(ALLOWED_ORIGIN)
      const answers: Promise<string>[] = []
      page.on('response', (response) => response.request().method() === 'POST' && answers.push(response.text()))
      await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })

      const shown = await call<Shown>(page, 'openHistory', client, server.url, chatOf(2), documents)
      await server.clearFaults()

      assert.equal(shown.texts ?? null, null)
      if (client !== 'Relay') assert.deepEqual([shown.name, shown.codes], ['shop', ['RATE_LIMITED']])
      assert.equal((await Promise.all(answers)).filter((text) => text.includes('RATE_LIMITED')).length, 2)
    })

    gatewayTest(`${client} in a browser: a chat of two lists is one object`, async (server) => {
      const page = await opened(ALLOWED_ORIGIN)

      assert.deepEqual(await call(page, `RENAMING.${client}`, server.url, lists), ['Renamed', 'Renamed'])
    })

    trustedTest(`${client} in a browser: the manifest of its tool is what the gateway takes`, async (server) => {
      const page = await opened(ALLOWED_ORIGIN)

      assert.ok((await call<number>(page, `ASK_TRUSTED.${client}`, server.url, TRUSTED[client])) >= 3)
      assert.equal(await call(page, 'codeOfRefusal', server.url, NOT_TRUSTED), 'DOCUMENT_NOT_TRUSTED')
    })
  }

  gatewayTest('a page of another origin reads nothing', async (server) => {
    const page = await opened(OTHER_ORIGIN)

    await assert.rejects(page.evaluate(`page.askWithApollo(${JSON.stringify(server.url)})`), /Failed to fetch/)
  })

  const firstChange = (page: Awaited<ReturnType<typeof opened>>, ...args: string[]) => call(page, 'firstChange', ...args)

  liveTest('a page of an allowed origin subscribes with its key and is told of a message', async (server) => {
    const page = await opened(ALLOWED_ORIGIN)
    const chatId = '70000778501@c.us'
    const told = firstChange(page, server.url, KEY, chatId, await watch.positionOf(server))

    await server.addMessage({ chatId, text: 'Is the blue mug ready?' })

    assert.equal(await told, 'Is the blue mug ready?')
  })

  liveTest('a page of another origin subscribes to nothing', async (server) => {
    const page = await opened(OTHER_ORIGIN)

    await assert.rejects(firstChange(page, server.url, KEY, '70000778502@c.us', await watch.positionOf(server)), /Socket closed/)
  })
}
