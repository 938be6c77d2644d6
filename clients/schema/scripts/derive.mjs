// Derives all that this package knows from docs/schema.graphql, its only source.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { buildSchema, introspectionFromSchema, isAbstractType, isObjectType, getNamedType } from 'graphql'

const read = (name) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')
const write = (name, text) => writeFileSync(new URL(`../${name}`, import.meta.url), text)

const sdl = read('schema.graphql')
const schema = buildSchema(sdl)
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))
const objects = types.filter(isObjectType)
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
const isRoot = (type) => roots.includes(type)

const possibleTypes = Object.fromEntries(
  types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
)

// A field of a list is told apart by all of its arguments but those that say which page.
const page = new Set(['first', 'after', 'last', 'before'])
const lists = (type) =>
  Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .map((field) => [field.name, field.args.map(({ name }) => name).filter((name) => !page.has(name))])
const connections = Object.fromEntries(
  objects.map((type) => [type.name, Object.fromEntries(lists(type))]).filter(([, fields]) => Object.keys(fields).length),
)

// Only a Node's id is unique: Button.id, for one, is not.
const isNode = (type) => type.getInterfaces().some(({ name }) => name === 'Node')
const keylessTypes = objects.filter((type) => !isRoot(type) && !isNode(type)).map(({ name }) => name)

const errorCode = Object.fromEntries(schema.getType('ErrorCode').getValues().map(({ name }) => [name, name]))

// What a release promised: docs/schema/<version>.graphql.
const byNumber = (one, other) => one.localeCompare(other, 'en', { numeric: true })
const contractVersion = readdirSync(new URL('../../../docs/schema/', import.meta.url)).map((name) => name.replace('.graphql', '')).sort(byNumber).at(-1)

const json = (value) => JSON.stringify(value, null, 2)
mkdirSync(new URL('../dist/', import.meta.url), { recursive: true })
write('dist/schema.graphql', sdl)
write('dist/introspection.json', JSON.stringify(introspectionFromSchema(schema)))
write(
  'src/derived.ts',
  `/** The types that an interface stands for: Apollo's and Graphcache's \`possibleTypes\`. */
export const possibleTypes: Record<string, string[]> = ${json(possibleTypes)}

/** By type, its fields that are lists with pages, each with the arguments that make it another list. */
export const connections: Record<string, Record<string, string[]>> = ${json(connections)}

/** Types whose objects have no key: they belong to the object that they are in. Some of them have an id that is unique only there. */
export const keylessTypes: string[] = ${json(keylessTypes)}

/** The last promise that this schema keeps: \`docs/schema/<version>.graphql\` of the repository. */
export const contractVersion = '${contractVersion}'

/** What \`extensions.code\` of an error can be. Newer gateways may know more. */
export const ErrorCode = ${json(errorCode)} as const
export type ErrorCode = keyof typeof ErrorCode
`,
)
