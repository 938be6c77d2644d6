// The inbox on a gateway with a simulated upstream: npm run inbox. With GREENGRAPH_URL it takes that gateway in place of its own.
import { fileURLToPath } from 'node:url'
import { startServer } from '@greengraph/test-server'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const jar = process.env.GREENGRAPH_JAR ?? fileURLToPath(new URL('../../../target/quarkus-app/quarkus-run.jar', import.meta.url))
const gateway = process.env.GREENGRAPH_URL ? undefined : await startServer({ jar })
process.env.GREENGRAPH_URL ??= gateway?.origin

const vite = await createServer({ root, server: { port: Number(process.env.PORT ?? 5173), host: '127.0.0.1' } })
await vite.listen()
vite.printUrls()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all([vite.close(), gateway?.stop()])
    process.exit(0)
  })
}
