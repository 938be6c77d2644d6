import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { parse } from 'graphql'
import type { Subscribe } from './live-clients.js'

export interface Change {
  kind: 'ADDED' | 'CHANGED' | 'MISSED'
  position: string
  message: { id: string; text: string | null; deliveryStatus: string | null } | null
}

export const CHANGES: TypedDocumentNode<{ messageChanged: Change }, { chatId: string; after: string | null }> = parse(`
  subscription Changes($chatId: String!, $after: String) {
    messageChanged(account: "shop", filter: { chatIds: [$chatId] }, after: $after) {
      kind
      position
      message { id text deliveryStatus }
    }
  }
`)

/** What arrived so far, and a promise of what is to come. */
export class Changes {
  readonly all: Change[] = []
  readonly stop: () => void
  private readonly waiting = new Set<() => void>()
  private error: unknown

  constructor(subscribe: Subscribe, chatId: string, after: string | null = null) {
    this.stop = subscribe(CHANGES, { chatId, after }, {
      next: ({ data }) => {
        this.all.push((data as { messageChanged: Change }).messageChanged)
        this.tell()
      },
      error: (error) => {
        this.error = error
        this.tell()
      },
    })
  }

  get texts(): (string | null | undefined)[] {
    return this.all.map(({ message }) => message?.text)
  }

  /** The first change that fits, now or later. Fails if the subscription did. */
  until(fits: (change: Change) => boolean): Promise<Change> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.all.find(fits)
        if (found === undefined && this.error === undefined) return
        this.waiting.delete(look)
        if (found === undefined) reject(this.error)
        else resolve(found)
      }
      this.waiting.add(look)
      look()
    })
  }

  private tell(): void {
    for (const look of [...this.waiting]) look()
  }
}

export const withText = (text: string) => (change: Change) => change.message?.text === text

export function signal() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((told) => (resolve = told))
  return { promise, resolve: () => resolve() }
}
