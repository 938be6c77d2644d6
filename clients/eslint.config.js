// graphql-eslint's rules for schemas and for Relay, on the schema that is served. Where one is off or has options, a comment says why.
import { fileURLToPath } from 'node:url'
import graphql from '@graphql-eslint/eslint-plugin'

const { 'flat/schema-recommended': schema, 'flat/schema-relay': relay } = graphql.configs

export default [
  {
    files: ['**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: fileURLToPath(new URL('../docs/schema.graphql', import.meta.url)) } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...schema.rules,
      ...relay.rules,
      // One sentence or two in one line.
      '@graphql-eslint/description-style': ['error', { style: 'inline' }],
      // chatId, messageId and their like are the upstream's ids, beside the global id.
      '@graphql-eslint/no-typename-prefix': 'off',
      // Values that belong to the object they are in have no id; those that have one are Nodes (keylessTypes in @greengraph/schema).
      '@graphql-eslint/strict-id-in-types': 'off',
      // Journals are read from their newest end. Histories alone also go back towards newer messages.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Short lists inside a message (buttons, options, votes) come whole. A call cannot be asked for by an id, so it is no Node.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
]
