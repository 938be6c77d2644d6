export { getDataID } from './identity.js'
export { fetchFunction, type FetchOptions } from './network.js'
export { ageOf, isRevalidating, isStale } from '@greengraph/schema'
