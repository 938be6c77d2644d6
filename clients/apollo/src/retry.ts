import { ApolloLink } from '@apollo/client'
import { retryRule, type RetryOptions } from '@greengraph/schema'
import { concatMap, Observable, of } from 'rxjs'

/**
 * Sends an operation again after the wait that an error of its answer asks for, once unless told otherwise. Apollo's `RetryLink` sees failed
 * requests only; what the gateway could not do in time comes with status 200. The answer is held back meanwhile, whatever data it has.
 */
export function retryAfterLink(options?: RetryOptions): ApolloLink {
  const rule = retryRule(options)
  const pause = (ms: number) =>
    new Observable<void>((waiting) =>
      rule.after(ms, () => {
        waiting.next()
        waiting.complete()
      }),
    )
  return new ApolloLink((operation, forward) => {
    const send = (retries: number): Observable<ApolloLink.Result> =>
      forward(operation).pipe(
        concatMap((answer) => {
          const wait = rule.waitBefore(retries, answer.errors)
          return wait === undefined ? of(answer) : pause(wait).pipe(concatMap(() => send(retries + 1)))
        }),
      )
    return send(0)
  })
}
