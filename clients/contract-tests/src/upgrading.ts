import { buildSchema, NoDeprecatedCustomRule, specifiedRules, validate, type DocumentNode } from 'graphql'

/** What a schema says against documents: what it does not have, and what it is going to lose. */
export function problemsOf(documents: readonly DocumentNode[], sdl: string): string[] {
  const schema = buildSchema(sdl)
  const rules = [...specifiedRules, NoDeprecatedCustomRule]
  return documents.flatMap((document) => validate(schema, document, rules)).map(({ message }) => message)
}
