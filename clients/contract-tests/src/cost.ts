import { ApolloLink } from '@apollo/client'
import { tap } from 'rxjs'

/** What an answer cost. */
export interface Cost {
  readonly plannedCalls: number
  readonly madeCalls: number
}

/** What a query would cost now. */
export interface Plan {
  readonly plannedCalls: number
  readonly expectedCalls: number
}

export async function planOf(url: string, query: string, variables: object = {}): Promise<Plan | undefined> {
  const headers = { 'Content-Type': 'application/json', 'GraphQL-Cost': 'plan' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { extensions } = (await answer.json()) as { extensions?: { cost: Plan } }
  return extensions?.cost
}

export const costLink = (onCost: (operationName: string | undefined, cost: Cost) => void) =>
  new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }) => ({ headers: { ...headers, 'GraphQL-Cost': 'true' } }))
    return forward(operation).pipe(
      tap(({ extensions }) => {
        const cost = extensions?.['cost'] as Cost | undefined
        if (cost !== undefined) onCost(operation.operationName, cost)
      }),
    )
  })
