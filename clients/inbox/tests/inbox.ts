import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { GatewayUnavailable, startServer, type Server } from '@greengraph/test-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build, preview } from 'vite'
import { BrowserUnavailable, launchChromium } from '@greengraph/chromium'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUILT_HERE = fileURLToPath(new URL('../../../target/quarkus-app/quarkus-run.jar', import.meta.url))
/** A refusal of the upstream lasts long enough to be seen, and is over soon. A history is fresh for longer than a test on a slow machine: tests count its calls. */
const SETTINGS = { 'greengraph.gate.rate-limit-backoff': '3s', 'greengraph.cache.history.fresh-for': '5m' }

/** The inbox in a real browser, on a gateway with a simulated upstream. */
export interface Inbox {
  readonly server: Server
  /** Opens a page in a context of its own, at a route such as `#/shop`; it may be prepared before. */
  open(route?: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>): Promise<Page>
}

/** Tests of one file share a gateway and a browser. Where either is missing they are skipped and say so, but fail if GREENGRAPH_CONTRACT_TESTS=required. */
export async function inboxTests() {
  const started = await start().catch(unavailable)
  if (typeof started === 'string') {
    return (name: string, _body: (inbox: Inbox) => Promise<void>) => void test(name, { skip: started })
  }
  after(started.stop)
  return (name: string, body: (inbox: Inbox) => Promise<void>) =>
    void test(name, { timeout: 60_000 }, async () => {
      await started.server.clearFaults()
      await body(started)
      await started.closePages()
    })
}

async function start(): Promise<Inbox & { stop: () => Promise<void>; closePages: () => Promise<void> }> {
  const browser: Browser = await launchChromium()
  try {
    const server = await startServer({ jar: process.env['GREENGRAPH_JAR'] ?? BUILT_HERE, settings: SETTINGS })
    process.env['GREENGRAPH_URL'] = server.origin
    await build({ root: ROOT, logLevel: 'error' })
    const site = await preview({ root: ROOT, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
    const address = site.resolvedUrls?.local[0] ?? ''
    const closePages = async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
    }
    return {
      server,
      closePages,
      open: async (route = '', options = {}, prepare) => {
        const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage()
        await prepare?.(page)
        await page.goto(address + route)
        return page
      },
      stop: async () => {
        await browser.close()
        await site.close()
        await server.stop()
      },
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

function unavailable(error: unknown): string {
  if ((error instanceof GatewayUnavailable || error instanceof BrowserUnavailable) && process.env['GREENGRAPH_CONTRACT_TESTS'] !== 'required') {
    return error.message
  }
  throw error
}
