import { graphql } from 'relay-runtime'

export const chatQuery = graphql`
  query relayDocumentsChatQuery($chatId: String!, $count: Int!) {
    account {
      chat(chatId: $chatId) {
        id
        ...relayDocuments_messages @arguments(count: $count)
      }
    }
  }
`

export const messagesFragment = graphql`
  fragment relayDocuments_messages on Chat
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" })
  @refetchable(queryName: "relayDocumentsMoreQuery") {
    id
    history(first: $count, after: $cursor) @connection(key: "relayDocuments_history") {
      edges { node { id text } }
    }
  }
`

export const changesSubscription = graphql`
  subscription relayDocumentsChangesSubscription($chatId: String!, $after: String) {
    messageChanged(account: "shop", filter: { chatIds: [$chatId] }, after: $after) {
      kind
      position
      message { id text deliveryStatus }
    }
  }
`

export const listsQuery = graphql`
  query relayDocumentsListsQuery {
    account {
      id
      chats(first: 50) { edges { node { id title } } }
      messages(first: 20) { edges { node { id chat { id title } } } }
    }
  }
`

export const freshlyQuery = graphql`
  query relayDocumentsFreshlyQuery($chatId: String!, $maxAge: Int, $maxWait: Int) {
    account {
      chat(chatId: $chatId) {
        history(first: 5) @freshness(maxAge: $maxAge, maxWait: $maxWait) { freshness { state } }
      }
    }
  }
`
