interface Answer {
  data?: unknown
  errors?: { extensions: { code: string; retryAfterMs?: number } }[]
}

interface Exchange {
  request: { query?: string; extensions?: { persistedQuery?: { sha256Hash: string } } }
  answer: Answer
}

/** A `fetch` that keeps what was asked and answered. */
export function recorder() {
  const exchanges: Exchange[] = []
  const recording: typeof fetch = async (address, init) => {
    const response = await fetch(address, init)
    exchanges.push({ request: JSON.parse(String(init?.body)), answer: (await response.clone().json()) as Answer })
    return response
  }
  const answersWith = (code: string) => exchanges.filter(({ answer }) => answer.errors?.[0]?.extensions.code === code)
  return { fetch: recording, exchanges, answersWith }
}

/** Waits as timers do, and keeps what was waited for. */
export function recordedWaits() {
  const waits: number[] = []
  const after = (ms: number, run: () => void) => {
    waits.push(ms)
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  }
  return { waits, after }
}

/** Numbers from high to low, as texts of messages. */
export function newestFirst(from: number, to = 1): string[] {
  return Array.from({ length: from - to + 1 }, (_, index) => `message ${from - index}`)
}
