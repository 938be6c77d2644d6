import { useQuery } from '@apollo/client/react'
import { AccountSwitch } from './AccountSwitch.js'
import { ChatList } from './ChatList.js'
import { Conversation } from './Conversation.js'
import { AccountsDocument, GroupNamesDocument } from './generated.js'
import { Problem, StatusBar } from './Notices.js'
import { useRoute } from './route.js'

/** The page: accounts and chats at the left, one chat at the right; on a phone one of the two. */
export function App() {
  const route = useRoute()
  const { data, error, refetch } = useQuery(AccountsDocument)
  const account = route.account ?? data?.accounts[0]?.name ?? undefined
  const groups = useQuery(GroupNamesDocument, account ? { variables: { account } } : { skip: true, variables: { account: '' } })
  const names = new Map(groups.data?.account?.chatList?.nodes.map(({ chatId, title }) => [chatId, title]))
  return (
    <div className={route.chatId ? 'page chat-open' : 'page'}>
      <aside className="side">
        <header className="bar">
          <h1>Inbox</h1>
          <AccountSwitch accounts={data?.accounts ?? []} current={account} />
        </header>
        {error && !data && <Problem error={error} retry={refetch} />}
        {account && <ChatList key={account} account={account} open={route.chatId} names={names} />}
      </aside>
      <main className="main">
        {account && route.chatId ? (
          <Conversation key={`${account} ${route.chatId}`} account={account} chatId={route.chatId} leadTo={route.messageId} groupName={names.get(route.chatId)} />
        ) : (
          <p className="empty">Choose a chat to read it.</p>
        )}
      </main>
      <StatusBar />
    </div>
  )
}
