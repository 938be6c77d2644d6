import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

let script = ''

const pages = createServer((request, response) => {
  response.setHeader('Content-Type', request.url === '/page.js' ? 'text/javascript' : 'text/html')
  response.end(request.url === '/page.js' ? script : '<!doctype html><script src="/page.js"></script>')
})
pages.listen(0, '127.0.0.1').unref()
await once(pages, 'listening')
const { port } = pages.address() as AddressInfo

/** Where the page of these tests is; the gateways take it for one of their own. */
export const ALLOWED_ORIGIN = `http://127.0.0.1:${port}`
/** The same page at an origin that no gateway knows. */
export const OTHER_ORIGIN = `http://localhost:${port}`

/** Sets what the page runs. */
export const serve = (code: string) => void (script = code)
