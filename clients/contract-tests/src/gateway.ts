import { after, test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { GatewayUnavailable, startServer, type Server, type ServerOptions } from '@greengraph/test-server'
import { ALLOWED_ORIGIN } from './pages.js'

const BUILT_HERE = fileURLToPath(new URL('../../../target/quarkus-app/quarkus-run.jar', import.meta.url))
/** The gateway of these tests. */
export const jar = process.env['GREENGRAPH_JAR'] ?? BUILT_HERE

/**
 * A history is asked for anew by each query that waits for it; a refusal of the upstream is over soon, also the tenth in a row: otherwise the refusals of
 * one client's tests would make those of the next wait. A browser keeps lists of chats while they are fresh.
 */
const SETTINGS = {
  'greengraph.cache.history.fresh-for': '0s',
  'greengraph.gate.rate-limit-backoff': '100ms',
  'greengraph.gate.max-rate-limit-backoff': '200ms',
  'greengraph.http.get-enabled': true,
  'greengraph.http.cors.origins': ALLOWED_ORIGIN,
  'greengraph.cache.messages.fresh-for': '60s',
}

const started = new Map<string, Promise<Server | GatewayUnavailable>>()

/**
 * Starts one gateway for all tests of this process that want the same settings. They are skipped, and say why, where there is no Java or no jar, but fail
 * if GREENGRAPH_CONTRACT_TESTS=required.
 */
export async function gatewayTests(options: ServerOptions = {}) {
  const key = JSON.stringify(options)
  if (!started.has(key)) {
    const starting = startServer({ jar, ...options, settings: { ...SETTINGS, ...options.settings } }).catch(unavailable)
    started.set(key, starting)
    after(async () => {
      const server = await starting
      return server instanceof GatewayUnavailable ? undefined : server.stop()
    })
  }
  const server = await started.get(key)!
  return (name: string, body: (server: Server, context: TestContext) => Promise<void>) =>
    server instanceof GatewayUnavailable
      ? test(name, { skip: server.message })
      : test(name, { timeout: 60_000 }, (context) => body(server, context))
}

/** Adds messages with numbers as texts, each a second newer than the one before: the upstream's times have no more precision. */
export async function addMessages(server: Server, chatId: string, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number++) {
    await server.advanceClock(1)
    await server.addMessage({ chatId, text: `message ${number}` })
  }
}

/** How often an account's method of the upstream was asked for. */
export async function callsOf(server: Server, method: string, account = 'shop'): Promise<number> {
  const stats = (await server.stats()) as Record<string, Record<string, { calls: number }>>
  return stats[account]?.[method]?.calls ?? 0
}

function unavailable(error: unknown): GatewayUnavailable {
  if (error instanceof GatewayUnavailable && process.env['GREENGRAPH_CONTRACT_TESTS'] !== 'required') {
    return error
  }
  throw error
}
