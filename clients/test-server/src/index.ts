export { startServer, type Server, type ServerOptions } from './server.js'
export { GatewayUnavailable } from './jar.js'
export type { Control, Fault, NewMessage, ClockReading, AddedMessage, Recording } from './control.js'
