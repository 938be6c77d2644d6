import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type Server } from '@greengraph/test-server'
import { jar, gatewayTests } from './gateway.js'

const gatewayTest = await gatewayTests()

const TEXT = 'Is the blue mug ready, Ms. Applewhite?'

// Nobody else asks for this account: a gateway that holds answers already would not ask for all of them again.
gatewayTest('what an account answered is recorded without names and texts, and answered again by another server', async (server) => {
  const chatId = '10779001'
  await server.startRecording()
  await server.addMessage({ account: 'studio', chatId, text: TEXT })
  const before = await inboxOf(server)
  await historyOf(server, chatId)
  const file = join(await mkdtemp(join(tmpdir(), 'recording-')), 'recording.json')
  await writeFile(file, JSON.stringify(await server.recording()))
  await server.stopRecording()

  await using replayed = await startServer({ jar, recording: file })
  const after = await inboxOf(replayed)

  assert.doesNotMatch(JSON.stringify(after), /Applewhite|10779001/)
  // On MAX an id holds the time of sending, and its pseudonym does not: chats may be in another order, and end with another message.
  assert.deepEqual(after.chats.nodes.map(lookOf).sort(), before.chats.nodes.map(lookOf).sort(), 'the same chats but for their names')
  assert.deepEqual(after.received.nodes.map(afterTheFirstOf(after)), before.received.nodes.map(afterTheFirstOf(before)), 'the same messages at the same distances')
  assert.deepEqual(writers(after), writers(before), 'one person has one pseudonym')
  assert.deepEqual(missing(before.sent.nodes.slice(0, 20).map(shapeOf), after.sent.nodes.map(shapeOf)), [], 'what was sent is there')
  const opened = after.chats.nodes.find(({ lastMessage }) => lastMessage?.text?.length === TEXT.length && lastMessage.text.endsWith('?'))
  const { history } = await historyOf(replayed, opened?.chatId ?? '')
  assert.equal(history.nodes[0]?.text?.length, TEXT.length)
})

interface Chat {
  chatId: string
  kind: string
  title: string | null
  lastMessage: { text: string | null } | null
}

interface Message {
  type: string
  text: string | null
  sentAt: string
  sender: { id: string } | null
  chat: { kind: string }
}

interface Inbox {
  chats: { nodes: Chat[] }
  received: { nodes: Message[] }
  sent: { nodes: Message[] }
}

const lookOf = ({ kind, title }: Chat) => `${kind}, ${title?.length} letters`

/** What is left of a message without names and words. */
const shapeOf = ({ type, text, chat }: Message) => `${type} of ${text?.length} letters in a ${chat.kind}`

/** The same with its distance from the newest one, in seconds: all times are moved. */
const afterTheFirstOf = ({ received }: Inbox) => (message: Message) =>
  `${shapeOf(message)}, ${(Date.parse(received.nodes[0]?.sentAt ?? '') - Date.parse(message.sentAt)) / 1000} s`

/** How many messages each person wrote, whoever it is. */
function writers({ received }: Inbox): number[] {
  const counts = new Map<string | undefined, number>()
  for (const { sender } of received.nodes) counts.set(sender?.id, (counts.get(sender?.id) ?? 0) + 1)
  return [...counts.values()].sort()
}

/** Those that others lack, each counted. */
function missing(wanted: string[], others: string[]): string[] {
  const left = [...others]
  return wanted.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const INBOX = `
  query Inbox {
    account(name: "studio") {
      chats(first: 50) { nodes { chatId kind title lastMessage { text } } }
      received: messages(filter: { direction: INCOMING }, first: 30) { nodes { ...Shape } }
      sent: messages(filter: { direction: OUTGOING }, first: 100) { nodes { ...Shape } }
    }
  }

  fragment Shape on Message { type text sentAt sender { id } chat { kind } }
`

const inboxOf = async (server: Server): Promise<Inbox> => (await ask(server, INBOX)).account

async function historyOf(server: Server, chatId: string): Promise<{ history: { nodes: { text: string | null }[] } }> {
  return (await ask(server, `{ account(name: "studio") { chat(chatId: "${chatId}") { history(first: 5) { nodes { text } } } } }`)).account.chat
}

async function ask(server: Server, query: string) {
  const answer = await fetch(server.url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) })
  const { data, errors } = (await answer.json()) as { data: any; errors?: unknown }
  assert.equal(errors, undefined)
  return data
}
