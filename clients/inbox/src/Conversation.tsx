import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { Avatar } from './Avatar.js'
import { Bubble } from './Bubble.js'
import { daysOf } from './conversation.js'
import { ChatsDocument, HistoryDocument, MarkReadDocument } from './generated.js'
import { usePolling, useVisible } from './live.js'
import { AsOf, Problem } from './Notices.js'
import { hrefOf } from './route.js'
import { useSurroundings } from './surroundings.js'
import { nameOf } from './words.js'

const AT_THE_END = 80
const NEAR_AN_END = 300

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
  const listed = useQuery(ChatsDocument, { variables: { account }, fetchPolicy: 'cache-only' }).data?.account?.chats?.edges.find(({ node }) => node.chatId === chatId)?.node
  const [around, setAround] = useState<string>()
  const surroundings = useSurroundings(account, chatId, around)
  const shown = around === undefined ? history : surroundings.page
  const messages = shown?.edges.map(({ node }) => node) ?? []
  const newest = messages[0]?.id
  usePolling(history?.freshness, refetch)
  useMarkRead(account, chatId, history?.edges[0]?.node.sentAt)

  const scroller = useRef<HTMLDivElement>(null)
  const fromBottom = useRef(0)
  const height = useRef(0)
  /** Stays in the middle while pictures around it are loaded, until the reader goes elsewhere. */
  const ledTo = useRef<HTMLElement>(undefined)
  const [loading, setLoading] = useState(false)
  const [wanted, setWanted] = useState(leadTo)
  const [note, setNote] = useState('')

  const get = async (ask: () => Promise<unknown>) => {
    if (loading) return
    setLoading(true)
    await ask().then(() => setNote(''), () => setNote('The messages did not come. Scroll on to try again.'))
    setLoading(false)
  }
  const older = () =>
    shown?.pageInfo.hasNextPage
      ? get(() => (around === undefined ? fetchMore({ variables: { after: shown.pageInfo.endCursor ?? null } }) : surroundings.older()))
      : undefined
  const newer = () =>
    around !== undefined && surroundings.page?.pageInfo.hasPreviousPage
      ? get(async () => {
          if (await surroundings.newer()) setAround(undefined)
        })
      : undefined

  // What is read stays where it is, whatever is loaded above it, pages or pictures; what comes below is shown to those who are at the end.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box && (around !== undefined || fromBottom.current > AT_THE_END)) fromBottom.current = distanceFromBottom(box)
  }, [newest])
  useLayoutEffect(() => {
    const box = scroller.current
    const content = box?.firstElementChild
    if (!box || !content) return
    const observer = new ResizeObserver(() => {
      height.current = box.scrollHeight
      if (ledTo.current?.isConnected) {
        ledTo.current.scrollIntoView({ block: 'center' })
      } else {
        box.scrollTop = box.scrollHeight - box.clientHeight - fromBottom.current
      }
    })
    observer.observe(content)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])

  useEffect(() => setWanted(leadTo), [leadTo])

  // Leads to the wanted message: among those that are shown, else with its neighbours from wherever it is in the chat.
  useEffect(() => {
    if (!wanted || !shown) return
    const place = document.getElementById(`message-${wanted}`)
    if (place) {
      ledTo.current = place
      place.scrollIntoView({ block: 'center' })
      place.focus({ preventScroll: true })
      place.classList.add('led-to')
      place.addEventListener('animationend', () => place.classList.remove('led-to'), { once: true })
      setWanted(undefined)
      setNote('')
    } else if (around !== wanted) {
      setNote('Looking for the message…')
      setAround(wanted)
    } else {
      setWanted(undefined)
      setAround(undefined)
      setNote('That message is not in this chat any more.')
    }
  }, [wanted, around, shown])

  const goElsewhere = () => {
    ledTo.current = undefined
  }
  const toTheNewest = () => {
    fromBottom.current = 0
    goElsewhere()
    setAround(undefined)
  }
  const onScroll = ({ currentTarget: box }: React.UIEvent<HTMLElement>) => {
    // A scroll that is told after the content grew, and before the observer saw it, is not the reader's.
    if (box.scrollHeight === height.current) fromBottom.current = distanceFromBottom(box)
    if (box.scrollTop < NEAR_AN_END) void older()
    if (distanceFromBottom(box) < NEAR_AN_END) void newer()
  }
  const name = groupName ?? nameOf(chat ?? listed ?? { chatId, kind: 'PERSON' })
  return (
    <section className="conversation" aria-label={`Chat with ${name}`} onKeyDown={({ key }) => key === 'Escape' && (location.hash = hrefOf({ account }))}>
      <header className="bar">
        <a className="back" href={hrefOf({ account })} aria-label="Back to the chats">‹</a>
        <Avatar account={account} chatId={chatId} name={name} />
        <div>
          <h1>{name}</h1>
          <AsOf freshness={history?.freshness} />
        </div>
      </header>
      {error && <Problem error={error} retry={refetch} />}
      {around !== undefined && surroundings.error !== undefined && <Problem error={surroundings.error} retry={surroundings.refetch} />}
      {around !== undefined && surroundings.page && (
        <p className="note">
          Around the message that you looked for. <button onClick={toTheNewest}>To the newest</button>
        </p>
      )}
      {note && <p className="note" role="status">{note}</p>}
      <div ref={scroller} className="scroller" tabIndex={0} role="region" aria-label="Messages" onScroll={onScroll} onWheel={goElsewhere} onPointerDown={goElsewhere} onKeyDown={goElsewhere}>
       <div>
        {shown?.pageInfo.hasNextPage ? (
          <button className="older" disabled={loading} onClick={() => void older()}>{loading ? 'Getting older messages…' : 'Older messages'}</button>
        ) : (
          shown && <p className="start">{messages.length === 0 ? 'No messages yet.' : 'The chat begins here.'}</p>
        )}
        {!shown && !error && !surroundings.error && <p className="start" role="status">Getting messages…</p>}
        {daysOf(messages).map(({ name: day, messages: ofDay }) => (
          <div key={`${day} ${ofDay[0]?.id}`} className="day">
            <h2>{day}</h2>
            <ol>
              {ofDay.map((message) => (
                <Bubble key={message.id} message={message} inGroup={chat?.kind === 'GROUP'} leadTo={setWanted} />
              ))}
            </ol>
          </div>
        ))}
        {around !== undefined && surroundings.page?.pageInfo.hasPreviousPage && (
          <button className="older" disabled={loading} onClick={() => void newer()}>{loading ? 'Getting newer messages…' : 'Newer messages'}</button>
        )}
       </div>
      </div>
    </section>
  )
}

/** Tells the gateway up to when the chat was read: what is the newest while somebody looks. */
function useMarkRead(account: string, chatId: string, upTo: string | undefined): void {
  const [markRead] = useMutation(MarkReadDocument)
  const visible = useVisible()
  useEffect(() => {
    if (visible && upTo !== undefined) {
      void markRead({ variables: { account, chatId, upTo } }).catch(() => undefined)
    }
  }, [account, chatId, upTo, visible])
}
