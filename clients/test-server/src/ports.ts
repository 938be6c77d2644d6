import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'

/** Ports of 127.0.0.1 that nobody listens on. All are held until the last is found, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = []
  for (const server of servers) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    ports.push((server.address() as AddressInfo).port)
  }
  for (const server of servers) {
    server.close()
    await once(server, 'close')
  }
  return ports
}
