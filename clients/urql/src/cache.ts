import { connections, keylessTypes, possibleTypes } from '@greengraph/schema'
import type { CacheExchangeOpts, Resolver } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'

/**
 * What `cacheExchange` of Graphcache has to know of this schema: which types have no key, which lists have pages, which types are
 * behind an interface.
 */
export function graphcacheConfig(): Pick<CacheExchangeOpts, 'keys' | 'resolvers' | 'possibleTypes'> {
  const pages = (fields: string[]) => Object.fromEntries(fields.map((field): [string, Resolver] => [field, pagesOrNull()]))
  return {
    keys: Object.fromEntries(keylessTypes.map((type) => [type, () => null])),
    resolvers: Object.fromEntries(Object.entries(connections).map(([type, lists]) => [type, pages(Object.keys(lists))])),
    possibleTypes,
  }
}

/** `relayPagination`, which takes a list that is null for one that is missing: the whole answer would be lost with it. */
function pagesOrNull(): Resolver {
  const pagesOf = relayPagination()
  return (parent, args, cache, info) => {
    const isNull = cache.resolve(info.parentKey, info.fieldName, args) === null
    return isNull ? null : pagesOf(parent, args, cache, info)
  }
}
