import { useEffect, useRef } from 'react'
import { isRevalidating, type ageOf } from '@greengraph/apollo'

type Freshness = Parameters<typeof ageOf>[0]

const POLL_MS = 10_000
const NEWER_ON_ITS_WAY_MS = 1_000

/**
 * Keeps a list up to date; the one place where a subscription would take over. It asks again after ten seconds, or after one if the answer
 * said that newer data is on its way; never while the page is hidden or offline, and at once when it comes back.
 */
export function useLive(freshness: Freshness, refetch: () => Promise<unknown>): void {
  const ask = useRef(refetch)
  useEffect(() => {
    ask.current = refetch
  })
  const pause = isRevalidating(freshness) ? NEWER_ON_ITS_WAY_MS : POLL_MS
  useEffect(() => {
    let timer = 0
    let ended = false
    const later = (ms: number) => {
      clearTimeout(timer)
      timer = window.setTimeout(next, ms)
    }
    const next = async () => {
      if (!document.hidden && navigator.onLine) {
        await ask.current().catch(() => undefined)
      }
      if (!ended) {
        later(POLL_MS)
      }
    }
    const back = () => !document.hidden && later(0)
    later(pause)
    document.addEventListener('visibilitychange', back)
    window.addEventListener('online', back)
    return () => {
      ended = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', back)
      window.removeEventListener('online', back)
    }
  }, [pause, freshness?.fetchedAt])
}
