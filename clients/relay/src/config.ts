import { codegenConfig, schemaPath } from '@greengraph/schema/codegen'

/** Configuration of `relay-compiler` but for where your sources lie: the schema, and a DateTime as text. */
export const relayConfig = {
  schema: schemaPath,
  customScalarTypes: codegenConfig.scalars,
} as const
