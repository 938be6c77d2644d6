import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const gateway = process.env['GREENGRAPH_URL'] ?? 'http://127.0.0.1:8080'
const key = process.env['GREENGRAPH_KEY']

// The page asks its own origin, which passes on to the gateway: no CORS, and a key stays out of the browser. So do WebSockets, as if
// from the gateway's own page: it takes those of other origins only if its settings name them.
const files = { target: gateway, changeOrigin: true }
const proxy = { '/media': files, '/graphql': { target: gateway, changeOrigin: true, ws: true, rewriteWsOrigin: true, ...(key && { headers: { 'X-API-Key': key } }) } }

export default defineConfig({ plugins: [react()], server: { proxy }, preview: { proxy } })
