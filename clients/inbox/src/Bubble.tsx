import type { Message } from './conversation.js'
import { Content } from './Content.js'
import { Ticks } from './Ticks.js'
import { lineOf, timeOf } from './words.js'

interface Props {
  readonly message: Message
  readonly inGroup: boolean
  readonly leadTo: (messageId: string) => void
}

/** One message: who, what it answers, what it says, and how far it got. */
export function Bubble({ message, inGroup, leadTo }: Props) {
  const { quote, reactions } = message
  const outgoing = message.direction === 'OUTGOING'
  return (
    <li id={`message-${message.messageId}`} tabIndex={-1} className={outgoing ? 'message mine' : 'message'}>
      <article className="bubble">
        {inGroup && !outgoing && message.sender && <p className="sender">{message.sender.displayName}</p>}
        {message.isForwarded && <p className="hint">Forwarded</p>}
        {quote && !message.isDeleted && (
          <button className="quote" title="Go to this message" onClick={() => leadTo(quote.messageId)}>
            {quote.sender && <b>{quote.sender.displayName}</b>}
            <span>{lineOf(quote)}</span>
          </button>
        )}
        {message.isDeleted ? <p className="deleted">This message was deleted.</p> : <Content message={message} />}
        <p className="foot">
          {message.isEdited && !message.isDeleted && <span>edited</span>}
          <time dateTime={message.sentAt}>{timeOf(message.sentAt)}</time>
          {outgoing && <Ticks status={message.deliveryStatus} />}
        </p>
        {reactions.length > 0 && (
          <ul className="reactions" aria-label="Reactions">
            {reactions.map(({ emoji, count }) => (
              <li key={emoji}>
                {emoji} {count > 1 && count}
              </li>
            ))}
          </ul>
        )}
      </article>
    </li>
  )
}
