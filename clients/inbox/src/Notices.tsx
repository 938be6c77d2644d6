import { useEffect, useState, useSyncExternalStore } from 'react'
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

/** How old a list is. */
export function AsOf({ freshness }: { freshness: Parameters<typeof asOf>[0] | undefined }) {
  useNow(true)
  return freshness ? <p className={`as-of ${freshness.state.toLowerCase()}`}>{asOf(freshness)}</p> : null
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
