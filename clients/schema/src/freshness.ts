/** What a query selects of `freshness`; a `fetchedAt` is ISO 8601. */
export interface Freshness {
  readonly state?: string | null | undefined
  readonly reason?: string | null | undefined
  readonly fetchedAt?: string | null | undefined
}

/** Whether the data is older than the gateway calls fresh. Needs `state`. */
export function isStale(freshness: Freshness | null | undefined): boolean {
  return freshness?.state === 'STALE'
}

/** Whether newer data is on its way: ask again in a moment. Needs `reason`. */
export function isRevalidating(freshness: Freshness | null | undefined): boolean {
  return freshness?.reason === 'REVALIDATING'
}

/** Milliseconds since the upstream answered, never below zero; undefined without `fetchedAt`. */
export function ageOf(freshness: Freshness | null | undefined, now: number = Date.now()): number | undefined {
  const fetchedAt = freshness?.fetchedAt
  return fetchedAt == null ? undefined : Math.max(0, now - Date.parse(fetchedAt))
}
