import type { MessagePartsFragment } from './generated.js'
import { dayOf } from './words.js'

export type Message = MessagePartsFragment

/** A message with what later ones say about it. */
export interface Entry {
  readonly message: Message
  readonly reactions: readonly { emoji: string; count: number }[]
  /** Votes by option; undefined if none is known. */
  readonly votes: ReadonlyMap<string, number> | undefined
}

export interface Day {
  readonly name: string
  readonly entries: readonly Entry[]
}

/** Messages that say something about another one; they are shown at that one, if it is loaded. */
const ABOUT_ANOTHER = new Set(['ReactionMessage', 'PollUpdateMessage', 'EditedMessage', 'DeletedMessage'])

/** From newest first, as the gateway has it, to days from old to new, with reactions and votes at the messages they belong to. */
export function daysOf(newestFirst: readonly Message[], now = new Date()): Day[] {
  const reactions = reactionsOf(newestFirst)
  const votes = votesOf(newestFirst)
  const days: { name: string; entries: Entry[] }[] = []
  for (const message of newestFirst.toReversed().filter(({ __typename }) => !ABOUT_ANOTHER.has(__typename))) {
    const name = dayOf(message.sentAt, now)
    const day = days.at(-1)?.name === name ? days.at(-1) : undefined
    const entry = { message, reactions: reactions(message.messageId), votes: votes.get(message.messageId ?? '') }
    if (day) {
      day.entries.push(entry)
    } else {
      days.push({ name, entries: [entry] })
    }
  }
  return days
}

/** The last reaction of each person counts; one without an emoji takes it back. */
function reactionsOf(newestFirst: readonly Message[]) {
  const byTarget = new Map<string, Map<string, string>>()
  for (const message of newestFirst) {
    if (message.__typename === 'ReactionMessage' && message.quote) {
      const people = byTarget.get(message.quote.messageId) ?? new Map<string, string>()
      const person = message.sender?.id ?? message.direction
      byTarget.set(message.quote.messageId, people.has(person) ? people : people.set(person, message.emoji ?? ''))
    }
  }
  return (messageId: string | null | undefined) => {
    const counts = new Map<string, number>()
    for (const emoji of byTarget.get(messageId ?? '')?.values() ?? []) {
      if (emoji !== '') counts.set(emoji, (counts.get(emoji) ?? 0) + 1)
    }
    return [...counts].map(([emoji, count]) => ({ emoji, count }))
  }
}

/** The newest tally of each poll: every one has all votes. */
function votesOf(newestFirst: readonly Message[]) {
  const tallies = new Map<string, ReadonlyMap<string, number>>()
  for (const message of newestFirst) {
    if (message.__typename === 'PollUpdateMessage' && !tallies.has(message.pollMessageId)) {
      tallies.set(message.pollMessageId, new Map(message.votes.map(({ option, count }) => [option, count])))
    }
  }
  return tallies
}
