import { fileURLToPath } from 'node:url'

/** Where the schema's file lies: `schema` of a configuration of GraphQL Code Generator. */
export const schemaPath: string = fileURLToPath(new URL('./schema.graphql', import.meta.url))

/** What GraphQL Code Generator has to know of this schema: `config` of its configuration. A DateTime is text in ISO 8601; an enum may get values, so that a `switch` needs its `default`. */
export const codegenConfig = {
  scalars: { DateTime: 'string' },
  strictScalars: true,
  enumsAsTypes: true,
  futureProofEnums: true,
} as const
