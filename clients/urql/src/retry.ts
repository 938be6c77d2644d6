import { makeOperation, type Exchange, type Operation, type OperationResult } from '@urql/core'
import { retryRule, type RetryOptions } from '@greengraph/schema'
import { filter, make, makeSubject, merge, mergeMap, pipe, share, takeUntil } from 'wonka'

/**
 * Sends a query again after the wait that an error of its answer asks for, once unless told otherwise. `@urql/exchange-retry` waits by rules of
 * its own; beside this one it is for failed requests. The answer is held back meanwhile, whatever data it has. Stands after the cache.
 */
export function retryAfterExchange(options?: RetryOptions): Exchange {
  const rule = retryRule(options)
  return ({ forward }) =>
    (incoming) => {
      const operations = share(incoming)
      const { source: waits, next: wait } = makeSubject<{ operation: Operation; ms: number }>()
      const retries = pipe(
        waits,
        mergeMap(({ operation, ms }) =>
          pipe(
            later(rule.after, ms, operation),
            takeUntil(pipe(operations, filter(({ key }) => key === operation.key))),
          ),
        ),
      )
      const heldBack = ({ operation, error }: OperationResult) => {
        const count = retriesOf(operation)
        const ms = operation.kind === 'query' ? rule.waitBefore(count, error?.graphQLErrors) : undefined
        if (ms !== undefined) {
          wait({ operation: makeOperation(operation.kind, operation, { ...operation.context, retriesAfter: count + 1 }), ms })
        }
        return ms !== undefined
      }
      return pipe(
        forward(merge([operations, retries])),
        filter((result) => !heldBack(result)),
      )
    }
}

function retriesOf(operation: Operation): number {
  const count: unknown = operation.context['retriesAfter']
  return typeof count === 'number' ? count : 0
}

function later(after: (ms: number, run: () => void) => () => void, ms: number, operation: Operation) {
  return make<Operation>(({ next, complete }) =>
    after(ms, () => {
      next(operation)
      complete()
    }),
  )
}
