import type { FieldPolicy, InMemoryCacheConfig, TypePolicies } from '@apollo/client'
import { connections, keylessTypes, possibleTypes } from '@greengraph/schema'
import { newestFirstPagination } from './pagination.js'

/**
 * What `InMemoryCache` has to know of this schema. Nodes are kept under their id, which is Apollo's own rule; what has no id of
 * its own in the whole graph (a button, an edge) stays in its parent.
 */
export function cacheConfig(): InMemoryCacheConfig {
  const typePolicies: TypePolicies = {}
  for (const type of keylessTypes) {
    typePolicies[type] = { keyFields: false }
  }
  for (const [type, lists] of Object.entries(connections)) {
    const fields = Object.entries(lists).map(([field, keyArgs]): [string, FieldPolicy] => [field, newestFirstPagination(keyArgs)])
    typePolicies[type] = { ...typePolicies[type], fields: Object.fromEntries(fields) }
  }
  return { possibleTypes, typePolicies }
}
