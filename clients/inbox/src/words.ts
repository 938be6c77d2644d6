import { ageOf, isStale } from '@greengraph/apollo'
import { CombinedGraphQLErrors } from '@apollo/client'
import { retryAfterOf } from '@greengraph/schema'

type Freshness = { state: string; reason?: string | null; fetchedAt: string; code?: string | null }

const locale = navigator.language
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })

export const timeOf = (sentAt: string) => clock.format(new Date(sentAt))
const dayStart = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
const daysAgo = (at: Date, now: Date) => Math.round((dayStart(now) - dayStart(at)) / 86_400_000)

/** The day of a message as a separator shows it. */
export function dayOf(sentAt: string, now = new Date()): string {
  const at = new Date(sentAt)
  const days = daysAgo(at, now)
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : date.format(at)
}

/** The time of a message in a list: a clock time today, else its day. */
export function whenOf(sentAt: string, now = new Date()): string {
  const at = new Date(sentAt)
  const days = daysAgo(at, now)
  return days === 0 ? clock.format(at) : days === 1 ? 'Yesterday' : shortDate.format(at)
}

/** How old what is shown is, in words; the reason only where it is not fresh. */
export function asOf(freshness: Freshness, online = true, now = Date.now()): string {
  if (!online) return `As of ${timeOf(freshness.fetchedAt)}`
  if (!isStale(freshness)) {
    return (ageOf(freshness, now) ?? 0) < 60_000 ? 'Up to date' : `Up to date at ${timeOf(freshness.fetchedAt)}`
  }
  const since = `As of ${timeOf(freshness.fetchedAt)}`
  switch (freshness.reason) {
    case 'REVALIDATING':
      return `${since} – getting newer messages`
    case 'RATE_LIMITED':
      return `${since} – the messenger allows one question a second, newer messages follow`
    case 'UPSTREAM_FAILED':
      return `${since} – ${lowerCase(TROUBLES[freshness.code ?? '']?.title ?? 'The messenger does not answer')}, trying again`
    default:
      return since
  }
}

const lowerCase = (title: string) => title.charAt(0).toLowerCase() + title.slice(1)

/** What went wrong, what a person can do, and when it is tried again. */
export interface Trouble {
  readonly title: string
  readonly advice: string
  readonly retryAfterMs?: number
}

const TROUBLES: Record<string, Omit<Trouble, 'retryAfterMs'>> = {
  RATE_LIMITED: { title: 'Waiting for a turn', advice: 'The messenger allows one question a second and others were first.' },
  OVERLOADED: { title: 'The gateway is busy', advice: 'It takes questions again in a moment.' },
  UPSTREAM_UNAVAILABLE: { title: 'The messenger does not answer', advice: 'Nothing is lost. Try again in a minute.' },
  UPSTREAM_TIMEOUT: { title: 'The messenger takes too long', advice: 'Try again in a minute.' },
  UPSTREAM_INVALID_RESPONSE: { title: 'The messenger gave no proper answer', advice: 'Try again; if it stays, tell whoever runs the gateway.' },
  UPSTREAM_UNAUTHORIZED: { title: 'The messenger refuses this account', advice: 'Ask whoever runs the gateway to check the token of this account.' },
  ACCOUNT_NOT_READY: { title: 'This account is not connected', advice: 'Connect its phone in the console of the messenger; while it starts, wait a minute.' },
  ACCOUNT_NOT_FOUND: { title: 'No such account', advice: 'Choose one of the accounts at the top.' },
  CHAT_NOT_FOUND: { title: 'No such chat', advice: 'Choose one from the list.' },
  QUOTA_EXCEEDED: { title: 'The month’s quota is used up', advice: 'It begins anew on the 1st, or with a larger plan.' },
  UNAUTHENTICATED: { title: 'Not signed in', advice: 'Start the inbox with a key: GREENGRAPH_KEY.' },
}

/** An error of a query in words. */
export function troubleOf(error: unknown): Trouble {
  if (!navigator.onLine) {
    return { title: 'You are offline', advice: 'What was loaded before stays; the rest comes as soon as there is a connection.' }
  }
  if (CombinedGraphQLErrors.is(error)) {
    const code = String(error.errors[0]?.extensions?.['code'])
    const words = TROUBLES[code] ?? { title: 'Something went wrong', advice: `Try again; if it stays, report it as ${code}.` }
    const retryAfterMs = retryAfterOf(error.errors)
    return retryAfterMs === undefined ? words : { ...words, retryAfterMs }
  }
  return { title: 'The gateway does not answer', advice: 'Check that it runs, then try again.' }
}

const KINDS: Record<string, string> = {
  IMAGE: '📷 Photo', VIDEO: '🎬 Video', AUDIO: '🎤 Voice message', DOCUMENT: '📄 Document', STICKER: 'Sticker', LOCATION: '📍 Place',
  CONTACT: '👤 Contact', CONTACTS: '👥 Contacts', POLL: '📊 Poll', POLL_UPDATE: '📊 Vote in a poll', REACTION: 'Reaction',
  DELETED: 'Deleted a message', EDITED: 'Edited a message', GROUP_INVITE: 'Invitation to a group', BLOCK: 'Blocked or unblocked',
}

/** A message in one line, as lists and quotes show it. */
export function lineOf(message: { type?: string | null; text?: string | null; isDeleted?: boolean }): string {
  return message.isDeleted ? 'Deleted message' : (message.text ?? KINDS[message.type ?? ''] ?? 'Message')
}

/** Where the messenger itself writes. */
const SERVICE_CHAT = '0@c.us'

/** The name of a chat; a group whose name is not known has its kind. */
export const nameOf = (chat: { title?: string | null; kind: string; chatId: string }) =>
  (chat.chatId === SERVICE_CHAT ? 'WhatsApp' : chat.title) ?? `${chat.kind === 'GROUP' ? 'Group' : 'Chat'} ${chat.chatId.replace(/@.*/, '').slice(-4)}`
