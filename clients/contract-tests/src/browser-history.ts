// Runs in the browser: a history as a client shows it, page by page.
import { CombinedGraphQLErrors } from '@apollo/client'
import { createApolloClient } from './apollo-client.js'
import { HISTORY, textsOf, type History } from './documents.js'
import { createEnvironment } from './relay-environment.js'
import { relayHistory, type HistoryDocuments } from './relay-history.js'
import { createUrqlClient } from './urql-client.js'

/** What is there after a page: the account's name, all texts, and the codes of errors. */
export interface Shown {
  readonly name: string | undefined
  readonly texts: (string | null)[] | undefined
  readonly codes: unknown[]
}

type Codes = readonly { readonly extensions?: Readonly<Record<string, unknown>> | undefined }[]

const shownOf = (data: History | undefined, errors: Codes): Shown => ({ name: data?.account.name, texts: textsOf(data), codes: errors.map(({ extensions }) => extensions?.['code']) })

const FIRST = 5

const OPEN = {
  Apollo: (uri: string, chatId: string) => {
    const client = createApolloClient(uri)
    const variables = { chatId, first: FIRST }
    const history = client.watchQuery({ query: HISTORY, variables, errorPolicy: 'all' })
    history.subscribe(() => undefined)
    return async (isFirst: boolean) => {
      const held = () => client.readQuery({ query: HISTORY, variables })
      if (!isFirst) {
        await history.fetchMore({ variables: { after: held()?.account.chat.history?.pageInfo.endCursor ?? null } })
        return shownOf(held() ?? undefined, [])
      }
      const { data, error } = await history.refetch()
      return shownOf(data, CombinedGraphQLErrors.is(error) ? error.errors : [])
    }
  },
  urql: (url: string, chatId: string) => {
    const client = createUrqlClient(url)
    let after: string | null = null
    return async () => {
      const { data, error } = await client.query(HISTORY, { chatId, first: FIRST, after }).toPromise()
      after = data?.account.chat.history?.pageInfo.endCursor ?? null
      return shownOf(data, error?.graphQLErrors ?? [])
    }
  },
  /** Relay does not tell who reads a fragment which error made a field null. */
  Relay: (url: string, chatId: string, documents?: HistoryDocuments) => {
    if (documents === undefined) throw new Error('Relay asks by what its compiler made')
    const history = relayHistory(createEnvironment(url), documents, chatId)
    return async (isFirst: boolean) => {
      await (isFirst ? history.open() : history.showMore())
      return { name: undefined, texts: history.texts(), codes: [] }
    }
  },
}

export type BrowserClient = keyof typeof OPEN

let next: (isFirst: boolean) => Promise<Shown>

/** Opens a chat and shows its first page. */
export function openHistory(client: BrowserClient, url: string, chatId: string, documents?: HistoryDocuments): Promise<Shown> {
  next = OPEN[client](url, chatId, documents)
  return next(true)
}

/** Shows the next page, too. */
export const showMore = () => next(false)
