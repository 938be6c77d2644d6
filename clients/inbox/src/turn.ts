import { useSyncExternalStore } from 'react'

const waiting = new Set<number>()
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/** Runs something when its turn has come, as `retryAfterLink` wants it, and lets the page say that it waits. */
export function waitForTurn(ms: number, run: () => void): () => void {
  const until = Date.now() + ms
  const end = () => {
    waiting.delete(until)
    tell()
  }
  const timer = setTimeout(() => {
    end()
    run()
  }, ms)
  waiting.add(until)
  tell()
  return () => {
    clearTimeout(timer)
    end()
  }
}

/** When the last of what waits goes on, in milliseconds since 1970; undefined while nothing waits. */
export function useTurn(): number | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (waiting.size === 0 ? undefined : Math.max(...waiting)),
  )
}
