import type { FieldPolicy, InMemoryCacheConfig, TypePolicies } from '@apollo/client'
import { connections, keylessTypes, possibleTypes } from '@greengraph/schema'
import { newestFirstPagination } from './pagination.js'

/**
 * What `InMemoryCache` has to know of this schema, and of types that a newer gateway may have behind its interfaces. Nodes are kept under their id, which is Apollo's own rule; what has no id of
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
  return { possibleTypes: withNewerTypes(), typePolicies }
}

/** A pattern beside the names: Apollo takes a type that it does not know for one of an interface if the answer has all that was asked of that. */
function withNewerTypes(): Record<string, string[]> {
  return Object.fromEntries(Object.entries(possibleTypes).map(([type, names]) => [type, [...names, '.*']]))
}
