import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useApolloClient, useSubscription } from '@apollo/client/react'
import { isRevalidating, type ageOf } from '@greengraph/apollo'
import { refetch, take } from './changes.js'
import { ChangesDocument } from './generated.js'

type Freshness = Parameters<typeof ageOf>[0]

const POLL_MS = 10_000
const NEWER_ON_ITS_WAY_MS = 1_000

const listeners = new Set<() => void>()
let isConnected = false

/** Tells the page whether it is connected. */
export function setConnected(connected: boolean): void {
  isConnected = connected
  listeners.forEach((listener) => listener())
}

/** Whether changes come by themselves. */
export const useConnected = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isConnected,
  )

/** Whether anybody can see the page. */
export const useVisible = () =>
  useSyncExternalStore(
    (listener) => {
      document.addEventListener('visibilitychange', listener)
      return () => document.removeEventListener('visibilitychange', listener)
    },
    () => !document.hidden,
  )

/** Takes the changes of an account into what is shown, while somebody looks: each subscriber keeps the gateway asking. */
export function useChanges(account: string): void {
  const client = useApolloClient()
  useSubscription(ChangesDocument, {
    variables: { account, after: null },
    skip: !useVisible(),
    onData: ({ data: { data } }) => data?.messageChanged && take(client, account, data.messageChanged),
    onError: () => void refetch(client, 'Chats', 'History'),
  })
}

/**
 * Keeps a list up to date where changes do not come by themselves: it asks again after ten seconds, or after one if the answer said that newer data is on its way;
 * never while the page is hidden or offline, and at once when it comes back. Once it is connected it asks a last time, for what happened between the question and the subscription.
 */
export function usePolling(freshness: Freshness, refetch: () => Promise<unknown>): void {
  const connected = useConnected()
  const isSettled = useRef(false)
  const ask = useRef(refetch)
  useEffect(() => {
    ask.current = refetch
  })
  useEffect(() => {
    isSettled.current = false
  }, [connected])
  const isNewerOnItsWay = isRevalidating(freshness)
  useEffect(() => {
    let timer = 0
    let ended = false
    const later = (ms: number) => {
      clearTimeout(timer)
      timer = window.setTimeout(next, ms)
    }
    const next = async () => {
      if (!document.hidden && navigator.onLine) {
        isSettled.current = connected
        await ask.current().catch(() => undefined)
      }
      if (!ended && !isSettled.current) {
        later(POLL_MS)
      }
    }
    const back = () => !document.hidden && later(0)
    if (isNewerOnItsWay) {
      later(NEWER_ON_ITS_WAY_MS)
    } else if (!isSettled.current) {
      later(POLL_MS)
    }
    document.addEventListener('visibilitychange', back)
    window.addEventListener('online', back)
    return () => {
      ended = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', back)
      window.removeEventListener('online', back)
    }
  }, [connected, isNewerOnItsWay, freshness?.fetchedAt])
}
