import type { MessagePartsFragment } from './generated.js'
import { dayOf } from './words.js'

export type Message = MessagePartsFragment

/** Entries that say something about another message, which shows it by itself. */
export const ABOUT_ANOTHER = new Set(['ReactionMessage', 'PollUpdateMessage', 'EditedMessage', 'DeletedMessage'])

export interface Day {
  readonly name: string
  readonly messages: readonly Message[]
}

/** From newest first, as the gateway has it, to days from old to new. */
export function daysOf(newestFirst: readonly Message[], now = new Date()): Day[] {
  const days: { name: string; messages: Message[] }[] = []
  for (const message of newestFirst.toReversed().filter(({ __typename }) => !ABOUT_ANOTHER.has(__typename))) {
    const name = dayOf(message.sentAt, now)
    const day = days.at(-1)
    if (day?.name === name) {
      day.messages.push(message)
    } else {
      days.push({ name, messages: [message] })
    }
  }
  return days
}
