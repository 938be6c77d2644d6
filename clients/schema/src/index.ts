export * from './derived.js'
export * from './errors.js'
export * from './freshness.js'
export * from './retry.js'
