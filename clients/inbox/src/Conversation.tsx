import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { Avatar } from './Avatar.js'
import { Bubble } from './Bubble.js'
import { daysOf } from './conversation.js'
import { HistoryDocument } from './generated.js'
import { useLive } from './live.js'
import { AsOf, Problem } from './Notices.js'
import { hrefOf } from './route.js'
import { nameOf } from './words.js'

const PAGES_TO_LOOK_THROUGH = 6
const AT_THE_END = 80

const distanceFromBottom = (box: Element) => box.scrollHeight - box.clientHeight - box.scrollTop

interface Props {
  readonly account: string
  readonly chatId: string
  readonly leadTo: string | undefined
  readonly groupName: string | null | undefined
}

/** One chat: newest below, older above as one scrolls up. */
export function Conversation({ account, chatId, leadTo, groupName }: Props) {
  const { data, error, refetch, fetchMore } = useQuery(HistoryDocument, { variables: { account, chatId }, errorPolicy: 'all' })
  const chat = data?.account?.chat
  const history = chat?.history
  const messages = history?.edges.map(({ node }) => node) ?? []
  const oldest = messages.at(-1)?.id
  const newest = messages[0]?.id
  useLive(history?.freshness, refetch)

  const scroller = useRef<HTMLDivElement>(null)
  const fromBottom = useRef(0)
  const height = useRef(0)
  const [loading, setLoading] = useState(false)
  const [wanted, setWanted] = useState(leadTo)
  const [note, setNote] = useState('')
  const pages = useRef(0)

  const older = async () => {
    if (loading || !history?.pageInfo.hasNextPage) return
    setLoading(true)
    await fetchMore({ variables: { after: history.pageInfo.endCursor ?? null } }).catch(() => undefined)
    setLoading(false)
  }

  // What is read stays where it is, whatever is loaded above it, pages or pictures; what comes below is shown to those who are at the end.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box && fromBottom.current > AT_THE_END) fromBottom.current = distanceFromBottom(box)
  }, [newest])
  useLayoutEffect(() => {
    const box = scroller.current
    const content = box?.firstElementChild
    if (!box || !content) return
    const observer = new ResizeObserver(() => {
      height.current = box.scrollHeight
      box.scrollTop = box.scrollHeight - box.clientHeight - fromBottom.current
    })
    observer.observe(content)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    pages.current = 0
    setWanted(leadTo)
  }, [leadTo])

  // Leads to the wanted message, through older pages if need be, but not through all of a long history.
  useEffect(() => {
    if (!wanted || !history || loading) return
    const place = document.getElementById(`message-${wanted}`)
    if (place) {
      place.scrollIntoView({ block: 'center' })
      place.focus({ preventScroll: true })
      place.classList.add('led-to')
      place.addEventListener('animationend', () => place.classList.remove('led-to'), { once: true })
      setWanted(undefined)
      setNote('')
    } else if (history.pageInfo.hasNextPage && pages.current < PAGES_TO_LOOK_THROUGH) {
      pages.current++
      setNote('Looking for the message…')
      void older()
    } else {
      setWanted(undefined)
      setNote(history.pageInfo.hasNextPage ? 'That message is further back. Scroll up to go on.' : 'That message is not in this chat any more.')
    }
  }, [wanted, oldest, loading, history !== undefined])

  const leadToQuoted = (messageId: string) => {
    pages.current = 0
    setWanted(messageId)
  }
  const onScroll = ({ currentTarget: box }: React.UIEvent<HTMLElement>) => {
    // A scroll that is told after the content grew, and before the observer saw it, is not the reader's.
    if (box.scrollHeight === height.current) fromBottom.current = distanceFromBottom(box)
    if (box.scrollTop < 300) void older()
  }
  const name = groupName ?? (chat ? nameOf(chat) : chatId)
  return (
    <section className="conversation" aria-label={`Chat with ${name}`} onKeyDown={({ key }) => key === 'Escape' && (location.hash = hrefOf({ account }))}>
      <header className="bar">
        <a className="back" href={hrefOf({ account })} aria-label="Back to the chats">‹</a>
        <Avatar account={account} chatId={chatId} name={name} />
        <div>
          <h2>{name}</h2>
          <AsOf freshness={history?.freshness} />
        </div>
      </header>
      {error && <Problem error={error} retry={refetch} />}
      {note && <p className="note" role="status">{note}</p>}
      <div ref={scroller} className="scroller" tabIndex={0} role="region" aria-label="Messages" onScroll={onScroll}>
       <div>
        {history?.pageInfo.hasNextPage ? (
          <button className="older" disabled={loading} onClick={() => void older()}>{loading ? 'Getting older messages…' : 'Older messages'}</button>
        ) : (
          history && <p className="start">{messages.length === 0 ? 'No messages yet.' : 'The chat begins here.'}</p>
        )}
        {!history && !error && <p className="start" role="status">Getting messages…</p>}
        {daysOf(messages).map(({ name: day, messages: ofDay }) => (
          <div key={`${day} ${ofDay[0]?.id}`} className="day">
            <h3>{day}</h3>
            <ol>
              {ofDay.map((message) => (
                <Bubble key={message.id} message={message} inGroup={chat?.kind === 'GROUP'} leadTo={leadToQuoted} />
              ))}
            </ol>
          </div>
        ))}
       </div>
      </div>
    </section>
  )
}
