import { retryRule, type AnsweredError } from '@greengraph/schema'

const { waitBefore, after } = retryRule()

export async function ask<Data>(url: string, query: string, variables: object = {}): Promise<{ data?: Data; errors?: AnsweredError[] }> {
  for (let retries = 0; ; retries++) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await answer.json()) as { data?: Data; errors?: AnsweredError[] }
    const wait = waitBefore(retries, errors)
    if (wait === undefined) return { ...(data && { data }), ...(errors && { errors }) }
    await new Promise<void>((resolve) => after(wait, resolve))
  }
}
