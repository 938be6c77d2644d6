import { useDeferredValue } from 'react'
import { useQuery } from '@apollo/client/react'
import { SearchDocument } from './generated.js'
import { Problem } from './Notices.js'
import { hrefOf } from './route.js'
import { lineOf, nameOf, whenOf } from './words.js'

interface Props {
  readonly account: string
  readonly text: string
  readonly names: ReadonlyMap<string, string | null | undefined>
}

/** Messages of thirty days that have all of the words; each leads to its place in its chat. */
export function SearchResults({ account, text, names }: Props) {
  const { data, error, refetch } = useQuery(SearchDocument, { variables: { account, text: useDeferredValue(text) }, errorPolicy: 'all' })
  const found = data?.account?.search
  return (
    <nav aria-label="Found messages" className="chats">
      {error && <Problem error={error} retry={refetch} />}
      <p className="as-of" role="status">
        {found ? `${found.totalCount === 0 ? 'Nothing' : `${found.totalCount} found`} in the last 30 days` : !error && 'Searching…'}
        {found && !found.coverage.isComplete && ', as far back as the messenger keeps messages'}
      </p>
      <ul>
        {found?.edges.map(({ node }) => (
          <li key={node.id}>
            <a className="row found" href={hrefOf({ account, chatId: node.chat?.chatId ?? '', messageId: node.messageId ?? '' })}>
              <span className="row-name">{node.chat && (names.get(node.chat.chatId) ?? nameOf(node.chat))}</span>
              <time className="row-time" dateTime={node.sentAt}>{whenOf(node.sentAt)}</time>
              <span className="row-line">{lineOf(node)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
