/** An error of an answer, in the form that every client shows. */
export interface AnsweredError {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

/**
 * The wait that the gateway asks for before the same request is sent again: the longest of those that its retryable errors name.
 * Undefined if no error can be retried or none says when.
 */
export function retryAfterOf(errors: readonly AnsweredError[] | undefined): number | undefined {
  const waits = (errors ?? [])
    .filter((error) => error.extensions?.['retryable'] === true)
    .map((error) => error.extensions?.['retryAfterMs'])
    .filter((wait): wait is number => typeof wait === 'number')
  return waits.length === 0 ? undefined : Math.max(...waits)
}

/** Whether an error has this code. */
export function hasCode(error: AnsweredError, code: string): boolean {
  return error.extensions?.['code'] === code
}
