import { retryRule, type AnsweredError, type RetryOptions } from '@greengraph/schema'
import type { FetchFunction, GraphQLResponse } from 'relay-runtime'

type Headers = Readonly<Record<string, string>>

/** How the network asks. */
export interface FetchOptions {
  readonly retry?: RetryOptions
  readonly fetch?: typeof fetch
  /** Further headers, such as the caller's key; a function is asked anew for each request. */
  readonly headers?: Headers | (() => Headers | Promise<Headers>)
}

/**
 * For `Network.create`: asks by POST, and again after the wait that an error asks for, once unless told otherwise. Relay throws what has errors and no
 * data; an answer with both is handed over, its fields null, and its errors are those of `@catch` and `@throwOnFieldError`.
 */
export function fetchFunction(url: string, { retry, headers, ...options }: FetchOptions = {}): FetchFunction {
  const rule = retryRule(retry)
  const request = options.fetch ?? fetch
  return async ({ text, id, name }, variables) => {
    const document = id ? { documentId: id } : { query: text }
    const body = JSON.stringify({ ...document, operationName: name, variables })
    for (let retries = 0; ; retries++) {
      const further = typeof headers === 'function' ? await headers() : headers
      const response = await request(url, { method: 'POST', headers: { ...further, 'Content-Type': 'application/json' }, body })
      const answer = (await response.json()) as { errors?: AnsweredError[] }
      const wait = rule.waitBefore(retries, answer.errors)
      if (wait === undefined) {
        return answer as GraphQLResponse
      }
      await new Promise<void>((resolve) => rule.after(wait, resolve))
    }
  }
}
