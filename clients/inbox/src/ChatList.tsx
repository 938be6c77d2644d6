import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { Avatar } from './Avatar.js'
import { ChatsDocument, type ChatRowFragment } from './generated.js'
import { useChanges, usePolling } from './live.js'
import { AsOf, Problem } from './Notices.js'
import { hrefOf } from './route.js'
import { SearchResults } from './SearchResults.js'
import { Ticks } from './Ticks.js'
import { lineOf, nameOf, whenOf } from './words.js'

interface Props {
  readonly account: string
  readonly open: string | undefined
  readonly names: ReadonlyMap<string, string | null | undefined>
}

/** The chats of a day, newest first, and above them the search. */
export function ChatList({ account, open, names }: Props) {
  // Each change asks anew: an answer that is on its way may be older than the change.
  const { data, error, refetch, fetchMore } = useQuery(ChatsDocument, { variables: { account }, errorPolicy: 'all', context: { queryDeduplication: false } })
  const [typed, setTyped] = useState('')
  const chats = data?.account?.chats
  useChanges(account)
  usePolling(chats?.freshness, refetch)
  const more = () => void fetchMore({ variables: { after: chats?.pageInfo.endCursor ?? null } }).catch(() => undefined)
  return (
    <>
      <input
        type="search"
        className="search"
        placeholder="Search messages of 30 days"
        aria-label="Search messages of 30 days"
        maxLength={200}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {typed.trim().length > 1 ? (
        <SearchResults account={account} text={typed.trim()} names={names} />
      ) : (
        <>
          <AsOf freshness={chats?.freshness} />
          {error && <Problem error={error} retry={refetch} />}
          <nav aria-label="Chats" className="chats" onKeyDown={moveByArrow}>
            <ul>
              {chats && byLastMessage(chats.edges).map(({ node }) => (
                <Row key={node.id} account={account} chat={node} name={names.get(node.chatId) ?? nameOf(node)} isOpen={node.chatId === open} />
              ))}
            </ul>
            {!chats && !error && <Placeholder />}
            {chats?.edges.length === 0 && <p className="empty">No messages in the last day.</p>}
            {chats?.pageInfo.hasNextPage && <button onClick={more}>More chats</button>}
          </nav>
        </>
      )}
    </>
  )
}

/** The gateway puts first the chat in which something happened last, a delivery or an edit included; what is shown is when somebody wrote last. */
const byLastMessage = <Edge extends { node: ChatRowFragment }>(edges: readonly Edge[]) =>
  edges.toSorted((one, other) => (other.node.lastMessage?.sentAt ?? '').localeCompare(one.node.lastMessage?.sentAt ?? ''))

function Row({ account, chat, name, isOpen }: { account: string; chat: ChatRowFragment; name: string; isOpen: boolean }) {
  const last = chat.lastMessage
  return (
    <li>
      <a className="row" href={hrefOf({ account, chatId: chat.chatId })} aria-current={isOpen ? 'true' : undefined}>
        <Avatar account={account} chatId={chat.chatId} name={name} />
        <span className="row-name">{name}</span>
        <time className="row-time" dateTime={last?.sentAt}>{last && whenOf(last.sentAt)}</time>
        <span className="row-line">
          {last?.direction === 'OUTGOING' && <Ticks status={last.deliveryStatus} />}
          {chat.kind === 'GROUP' && last?.sender && `${last.sender.displayName}: `}
          {last && lineOf(last)}
        </span>
        {(chat.unreadCount ?? 0) > 0 && (
          <span className="unread">
            {chat.unreadCount}
            <span className="spoken"> unread</span>
          </span>
        )}
      </a>
    </li>
  )
}

const Placeholder = () => (
  <div className="placeholder" role="status" aria-label="Loading chats">
    {Array.from({ length: 8 }, (_, line) => (
      <i key={line} />
    ))}
  </div>
)

/** Arrow keys go from chat to chat, as in every list of this kind. */
function moveByArrow(event: React.KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.row')]
  const target = rows[rows.indexOf(document.activeElement as HTMLElement) + step]
  if (step !== 0 && target) {
    event.preventDefault()
    target.focus()
  }
}
