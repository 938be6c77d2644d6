import { hrefOf } from './route.js'

type Account = { id: string; name?: string | null; messenger: string }

/** Links to the accounts; each has its own chats. */
export function AccountSwitch({ accounts, current }: { accounts: readonly Account[]; current: string | undefined }) {
  return (
    <nav aria-label="Accounts" className="accounts">
      {accounts.map(({ id, name, messenger }) => (
        <a key={id} href={hrefOf({ account: name ?? '' })} aria-current={name === current ? 'page' : undefined}>
          {name} <small>{messenger === 'MAX' ? 'MAX' : 'WhatsApp'}</small>
        </a>
      ))}
    </nav>
  )
}
