import { after, test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { GatewayUnavailable, startServer, type Server, type ServerOptions } from '@greengraph/test-server'

const BUILT_HERE = fileURLToPath(new URL('../../../target/quarkus-app/quarkus-run.jar', import.meta.url))

/** The settings of these tests: what the upstream said is asked for again at each query that does not accept it. */
const SETTINGS = { 'greengraph.cache.history.fresh-for': '0s', 'greengraph.cache.messages.fresh-for': '0s' }

/**
 * Starts one gateway for the tests of a file. They are skipped, and say why, where there is no Java or no jar, but fail
 * if GREENGRAPH_CONTRACT_TESTS=required.
 */
export async function gatewayTests(options: ServerOptions = {}) {
  const jar = process.env['GREENGRAPH_JAR'] ?? BUILT_HERE
  const server = await startServer({ jar, ...options, settings: { ...SETTINGS, ...options.settings } }).catch(unavailable)
  after(() => (server instanceof GatewayUnavailable ? undefined : server.stop()))
  return (name: string, body: (server: Server, context: TestContext) => Promise<void>) =>
    server instanceof GatewayUnavailable
      ? test(name, { skip: server.message })
      : test(name, { timeout: 60_000 }, (context) => body(server, context))
}

function unavailable(error: unknown): GatewayUnavailable {
  if (error instanceof GatewayUnavailable && process.env['GREENGRAPH_CONTRACT_TESTS'] !== 'required') {
    return error
  }
  throw error
}
