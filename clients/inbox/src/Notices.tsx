import { useEffect, useState, useSyncExternalStore } from 'react'
import { isStale } from '@greengraph/apollo'
import { useConnected } from './live.js'
import { useTurn } from './turn.js'
import { asOf, troubleOf } from './words.js'

/** The time, again each second while something counts on it. */
function useNow(counting: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    const timer = counting ? setInterval(() => setNow(Date.now()), 1_000) : undefined
    return () => clearInterval(timer)
  }, [counting])
  return now
}

const useOnline = () =>
  useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener)
      window.addEventListener('offline', listener)
      return () => {
        window.removeEventListener('online', listener)
        window.removeEventListener('offline', listener)
      }
    },
    () => navigator.onLine,
  )

const seconds = (ms: number) => Math.max(1, Math.ceil(ms / 1_000))

/** What concerns the whole page: no connection, or questions that wait for their turn. */
export function StatusBar() {
  const turn = useTurn()
  const online = useOnline()
  const now = useNow(turn !== undefined)
  const text = !online
    ? 'You are offline. What was loaded stays here; it goes on as soon as there is a connection.'
    : turn && `Waiting for a turn: the messenger takes one question a second. It goes on in ${seconds(turn - now)} s.`
  return (
    <div role="status" className={text ? 'status shown' : 'status'}>
      {text}
    </div>
  )
}

/** How old a list is; while changes come by themselves it is as new as can be, and without a connection it is nothing but old. */
export function AsOf({ freshness }: { freshness: Parameters<typeof asOf>[0] | undefined }) {
  useNow(true)
  const online = useOnline()
  const connected = useConnected()
  if (!freshness) return null
  const isLive = connected && online && !isStale(freshness)
  return <p className={`as-of ${isLive ? 'live' : online ? freshness.state.toLowerCase() : 'stale'}`}>{isLive ? 'Live' : asOf(freshness, online)}</p>
}

/** What went wrong, with a way on: by itself when the gateway said when, and by a button. */
export function Problem({ error, retry }: { error: unknown; retry: () => Promise<unknown> }) {
  const { title, advice, retryAfterMs } = troubleOf(error)
  const [failedAt] = useState(Date.now)
  const now = useNow(retryAfterMs !== undefined)
  const rest = retryAfterMs === undefined ? undefined : failedAt + retryAfterMs - now
  useEffect(() => {
    if (retryAfterMs === undefined) return
    const timer = setTimeout(() => void retry().catch(() => undefined), retryAfterMs)
    return () => clearTimeout(timer)
  }, [error])
  return (
    <div role="alert" className="problem">
      <strong>{title}</strong>
      <p>
        {advice} {rest !== undefined && rest > 0 && `It is tried again in ${seconds(rest)} s.`}
      </p>
      <button onClick={() => void retry().catch(() => undefined)}>Try again</button>
    </div>
  )
}
