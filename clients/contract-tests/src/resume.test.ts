import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resuming, type SubscribeRequest, type SubscriptionResult, type SubscriptionSink } from '@greengraph/schema'

const QUERY = 'subscription($after: String) { change: messageChanged(after: $after) { kind position } }'
const changeAt = (position: string, kind = 'ADDED') => ({ data: { change: { kind, position } } })
const UNKNOWN = { errors: [{ extensions: { code: 'BAD_REQUEST', argument: 'after' } }] }

/** A client whose connection the test plays. */
function played() {
  const begun: { request: SubscribeRequest; sink: SubscriptionSink }[] = []
  const results: SubscriptionResult[] = []
  let ended = 0
  let missed = 0
  const client = resuming(
    {
      subscribe(request: SubscribeRequest, sink: SubscriptionSink) {
        begun.push({ request, sink })
        return () => void ended++
      },
    },
    () => void missed++,
  )
  const subscribe = (variables?: Record<string, unknown>) =>
    client.subscribe({ query: QUERY, ...(variables && { variables }) }, { next: (result) => void results.push(result), error: assert.fail, complete: () => void results.push({}) })
  return {
    subscribe,
    results,
    /** What goes over the wire when the last begun subscription is sent, again if it was sent before. */
    sent: () => JSON.parse(JSON.stringify(begun.at(-1)?.request)).variables,
    told: (result: SubscriptionResult) => begun.at(-1)?.sink.next(result),
    complete: (of: number) => begun[of]?.sink.complete(),
    counts: () => ({ begun: begun.length, ended, missed }),
  }
}

test('what is sent again has the position of the last change, whatever its field is called', () => {
  const { subscribe, sent, told, results, counts } = played()
  subscribe({ after: null, account: 'shop' })
  assert.deepEqual(sent(), { after: null, account: 'shop' })

  told(changeAt('a.1'))
  told(changeAt('a.2'))

  assert.deepEqual(sent(), { after: 'a.2', account: 'shop' })
  assert.deepEqual(results, [changeAt('a.1'), changeAt('a.2')])
  assert.equal(counts().missed, 0)
})

test('what is sent again before the first change may have missed some', () => {
  const { subscribe, sent, counts } = played()
  subscribe({ after: null })
  sent()
  assert.equal(counts().missed, 0)

  assert.deepEqual(sent(), { after: null })

  assert.equal(counts().missed, 1)
})

test('a position that is not known any more is dropped, and the end of the first subscription is not that of the second', () => {
  const { subscribe, sent, told, complete, results, counts } = played()
  const end = subscribe({ after: 'a.1' })
  assert.deepEqual(sent(), { after: 'a.1' })

  told(UNKNOWN)
  complete(0)

  assert.deepEqual(sent(), { after: null })
  assert.deepEqual(results, [])
  end()
  assert.deepEqual(counts(), { begun: 2, ended: 1, missed: 1 })
  complete(1)
  assert.deepEqual(results, [{}])
})

test('changes that were left out are told, and shown', () => {
  const { subscribe, told, results, counts } = played()
  subscribe({ after: null })

  told(changeAt('a.7', 'MISSED'))

  assert.equal(counts().missed, 1)
  assert.deepEqual(results, [changeAt('a.7', 'MISSED')])
})

test('another bad argument is an error as any other', () => {
  const { subscribe, told, results, counts } = played()
  const refused = { errors: [{ extensions: { code: 'BAD_REQUEST', argument: 'filter.text' } }] }
  subscribe({ after: null })

  told(refused)

  assert.deepEqual(results, [refused])
  assert.deepEqual(counts(), { begun: 1, ended: 0, missed: 0 })
})

test('a subscription without the variable is left as it is', () => {
  const { subscribe, sent, told } = played()
  subscribe({ account: 'shop' })
  told(changeAt('a.1'))
  assert.deepEqual(sent(), { account: 'shop' })

  subscribe()
  assert.equal(sent(), undefined)
})
