import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const gateway = process.env['GREENGRAPH_URL'] ?? 'http://127.0.0.1:8080'
const key = process.env['GREENGRAPH_KEY']

// The page asks its own origin, which passes on to the gateway: no CORS, and a key stays out of the browser.
const proxy = { '/graphql': { target: gateway, changeOrigin: true, ...(key && { headers: { 'X-API-Key': key } }) } }

export default defineConfig({ plugins: [react()], server: { proxy }, preview: { proxy } })
