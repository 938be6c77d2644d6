import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { BrowserUnavailable, launchChromium } from '@greengraph/chromium'
import { build, type Rolldown } from 'vite'
import { gatewayTests } from './gateway.js'
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
  const script = built[0]?.output[0].code ?? ''
  const pages = createServer((request, response) => {
    response.setHeader('Content-Type', request.url === '/page.js' ? 'text/javascript' : 'text/html')
    response.end(request.url === '/page.js' ? script : '<!doctype html><script src="/page.js"></script>')
  })
  pages.listen(0, '127.0.0.1')
  await once(pages, 'listening')
  after(() => void pages.close())
  const { port } = pages.address() as AddressInfo
  const allowed = `http://127.0.0.1:${port}`
  const gatewayTest = await gatewayTests({ settings: { 'greengraph.http.cors.origins': allowed, 'greengraph.cache.messages.fresh-for': '60s' } })

  const liveTest = await gatewayTests({ settings: { ...LIVE_SETTINGS, 'greengraph.http.cors.origins': allowed } })
  const watch = new Watch()
  after(() => watch.stop())

  const opened = async (origin: string) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(origin)
    return page
  }

  for (const ask of ['askWithApollo', 'askWithUrql'] as const) {
    gatewayTest(`${ask}: a page of an allowed origin asks by hash, and the browser keeps the fresh answer`, async (server) => {
      const page = await opened(allowed)
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

  gatewayTest('a page of another origin reads nothing', async (server) => {
    const page = await opened(`http://localhost:${port}`)

    await assert.rejects(page.evaluate(`page.askWithApollo(${JSON.stringify(server.url)})`), /Failed to fetch/)
  })

  const firstChange = (page: Awaited<ReturnType<typeof opened>>, ...args: string[]) => page.evaluate(`page.firstChange(${args.map((arg) => JSON.stringify(arg)).join()})`)

  liveTest('a page of an allowed origin subscribes with its key and is told of a message', async (server) => {
    const page = await opened(allowed)
    const chatId = '70000778501@c.us'
    const told = firstChange(page, server.url, KEY, chatId, await watch.positionOf(server))

    await server.addMessage({ chatId, text: 'Is the blue mug ready?' })

    assert.equal(await told, 'Is the blue mug ready?')
  })

  liveTest('a page of another origin subscribes to nothing', async (server) => {
    const page = await opened(`http://localhost:${port}`)

    await assert.rejects(firstChange(page, server.url, KEY, '70000778502@c.us', await watch.positionOf(server)), /Socket closed/)
  })
}
