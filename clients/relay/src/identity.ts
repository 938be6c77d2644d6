import { keylessTypes } from '@greengraph/schema'

const keyless = new Set(keylessTypes)

/** For `new Environment`: a record is kept under its id if that is unique in the whole graph. Relay alone takes every `id`, also that of a button. */
export function getDataID(record: { readonly id?: unknown }, typeName: string): unknown {
  return keyless.has(typeName) ? undefined : record.id
}
