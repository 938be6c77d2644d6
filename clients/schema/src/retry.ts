import { retryAfterOf, type AnsweredError } from './errors.js'

/** How an answer with errors is asked for again. */
export interface RetryOptions {
  /** How often the same request is sent again; 1 unless given. */
  readonly attempts?: number
  /** The longest wait, in milliseconds, that a person may be asked for; 10 000 unless given. An answer that asks for more is passed on. */
  readonly longestWaitMs?: number
  /** Runs something later and returns what cancels it; `setTimeout` unless given. */
  readonly after?: (ms: number, run: () => void) => () => void
}

/** The same with what was left out. */
export interface RetryRule {
  /** The wait before the request is sent again, or undefined if the answer is to be passed on. */
  readonly waitBefore: (retriesSoFar: number, errors: readonly AnsweredError[] | undefined) => number | undefined
  readonly after: (ms: number, run: () => void) => () => void
}

/** Says when an answer is worth a retry: the one rule of all clients. */
export function retryRule({ attempts = 1, longestWaitMs = 10_000, after = laterByTimer }: RetryOptions = {}): RetryRule {
  return {
    after,
    waitBefore(retriesSoFar, errors) {
      const wait = retriesSoFar < attempts ? retryAfterOf(errors) : undefined
      return wait !== undefined && wait <= longestWaitMs ? wait : undefined
    },
  }
}

function laterByTimer(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
