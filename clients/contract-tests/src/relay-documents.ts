import { graphql } from 'relay-runtime'

export const chatQuery = graphql`
  query relayDocumentsChatQuery($chatId: String!, $count: Int!) {
    account {
      chat(chatId: $chatId) {
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
