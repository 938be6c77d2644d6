import { useSyncExternalStore } from 'react'

/** What the address says: the account, the open chat, and the message to lead to. */
export interface Route {
  readonly account?: string
  readonly chatId?: string
  readonly messageId?: string
}

/** The address of a route: `#/shop/70000001001@c.us/3A5C…`. */
export function hrefOf({ account, chatId, messageId }: Route): string {
  const parts = [account, chatId, messageId].filter((part) => part !== undefined)
  return `#/${parts.map(encodeURIComponent).join('/')}`
}

/** The route of the address bar; the browser's way back works. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (listener) => {
      window.addEventListener('hashchange', listener)
      return () => window.removeEventListener('hashchange', listener)
    },
    () => location.hash,
  )
  const [account, chatId, messageId] = hash.replace(/^#\//, '').split('/').filter(Boolean).map(decodeURIComponent)
  return { ...(account && { account }), ...(chatId && { chatId }), ...(messageId && { messageId }) }
}
