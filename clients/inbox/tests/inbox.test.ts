import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Server } from '@greengraph/test-server'
import type { Page } from 'playwright-core'
import { inboxTests } from './inbox.js'

const inboxTest = await inboxTests()
const SHOWCASE = '#/shop/120363000000000101%40g.us'
const LONG_CHAT = '70000001005@c.us'
const LONG = `#/shop/${encodeURIComponent(LONG_CHAT)}`
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true }
/** Types of entries that are shown at the message that they are about. */
const ABOUT_ANOTHER = ['ReactionMessage', 'PollUpdateMessage', 'EditedMessage', 'DeletedMessage']
const bubble = (page: Page, text: string) => page.locator('.message', { hasText: text })

/** Calls of one account that the upstream got, by method. */
async function calls(stats: () => Promise<unknown>, account = 'shop'): Promise<Record<string, number>> {
  const methods = ((await stats()) as Record<string, Record<string, { calls: number }>>)[account] ?? {}
  return Object.fromEntries(Object.entries(methods).map(([name, { calls }]) => [name, calls]))
}

// First, because it counts from a gateway that holds nothing.
inboxTest('a session costs what docs/graph.md says of its queries', async ({ server, open }) => {
  const page = await open()
  await page.locator('.row').first().waitFor()
  await page.locator('.row-name', { hasText: 'Керамика' }).waitFor()
  const list = await calls(server.stats)
  await page.locator('.row', { hasText: 'Clay & Sons' }).click()
  await page.locator('.bubble').first().waitFor()
  const opened = await calls(server.stats)

  const documented = readFileSync(new URL('../../../docs/graph.md', import.meta.url), 'utf8')
  assert.match(documented, /### The list of chats[^#]*Calls: 2, then 0/)
  assert.match(documented, /### An open chat\n[^#]*\*after the list\* only the history/)
  assert.deepEqual([list['lastIncomingMessages'], list['lastOutgoingMessages'], list['getChats']], [1, 1, 1], 'the list, and one for the names of groups')
  assert.equal(opened['getChatHistory'], 1)
})

inboxTest('the list has names, pictures, last messages and ticks', async ({ open }) => {
  const page = await open()
  const row = page.locator('.row', { hasText: 'Mr. Nobody' })

  await row.locator('.avatar img').waitFor()
  assert.notEqual(await row.locator('.row-line').textContent(), '')
  assert.ok((await page.locator('.row .ticks.read').count()) > 0)
  await page.locator('.row-name', { hasText: 'Керамика' }).waitFor()
})

inboxTest('each account has its own chats', async ({ open }) => {
  const page = await open()
  await page.locator('.row', { hasText: 'Mr. Nobody' }).waitFor()

  await page.getByRole('link', { name: /studio/ }).click()

  await page.locator('.row', { hasText: 'Max Mustermann' }).waitFor()
  assert.equal(await page.locator('.row', { hasText: 'Mr. Nobody' }).count(), 0)
})

inboxTest('a chat begins at its newest message and loads older ones upward without moving what is read', async ({ open }) => {
  const page = await open(LONG)
  await page.locator('.bubble').first().waitFor()
  const scroller = page.getByRole('region', { name: 'Messages' })
  await page.waitForFunction(() => document.querySelectorAll('.message').length > 20)
  await page.waitForFunction(() => {
    const box = document.querySelector('.scroller')
    return box !== null && box.scrollHeight > box.clientHeight && box.scrollHeight - box.clientHeight - box.scrollTop < 5
  })
  const before = await page.locator('.message').count()

  await scroller.evaluate((box) => (box.scrollTop = 250))
  await page.waitForFunction((count) => document.querySelectorAll('.message').length > count, before)

  assert.ok((await scroller.evaluate((box) => box.scrollTop)) > 250, 'the older ones are above')
  assert.ok((await page.locator('.day h2').count()) >= 1)
  const ids = await page.locator('.message').evaluateAll((all) => all.map(({ id }) => id))
  assert.equal(new Set(ids).size, ids.length, 'none is there twice')
})

inboxTest('a quote leads to its message; one that is gone is said', async ({ open }) => {
  const page = await open(SHOWCASE)
  await bubble(page, 'Friday is perfect').locator('.quote').click()
  await page.waitForFunction(() => document.activeElement?.id === 'message-3EB05C0000000000000020')

  await bubble(page, 'About what was said last year').locator('.quote').click()
  await page.getByText('not in this chat any more').waitFor()
})

inboxTest('media, polls, reactions, edited and deleted messages are shown', async ({ open }) => {
  const page = await open(SHOWCASE)
  await page.getByText('The chat begins here.').or(page.getByRole('button', { name: 'Older messages' })).first().waitFor()
  const picture = page.locator('#message-3A5C0000000000000022 img.picture')
  await picture.scrollIntoViewIfNeeded()
  await picture.evaluate((image: HTMLImageElement) => image.decode())
  assert.match((await page.locator('#message-3EB05C0000000000000032 .poll').textContent()) ?? '', /Mon.*2/)
  assert.equal(await page.locator('#message-3EB05C0000000000000036 .reactions li').count() > 0, true)
  assert.match((await page.locator('#message-3A5C0000000000000051').textContent()) ?? '', /edited/)
  assert.doesNotMatch((await page.locator('#message-3A5C0000000000000058').textContent()) ?? '', /Wrong chat/)
})

inboxTest('search finds messages of thirty days and leads to one', async ({ open }) => {
  const page = await open('#/shop')
  await page.getByRole('searchbox').fill('every kind of message')
  await page.locator('.found').first().click()
  await page.waitForFunction(() => document.activeElement?.id === 'message-3A5C0000000000000062')
})

inboxTest('a message that arrives is told, in the list and in its chat, without a call for the chat', async ({ server, open }) => {
  const chatId = '70000001001@c.us'
  const page = await open(`#/shop/${encodeURIComponent(chatId)}`)
  await page.locator('.bubble').first().waitFor()
  await page.locator('.side .as-of.live').waitFor()
  await addUntilTold(page, server, chatId)
  const before = await calls(server.stats)
  const held = await idsOf(server, chatId)

  const { idMessage } = await server.addMessage({ chatId, text: 'Is the blue mug ready?' })

  await bubble(page, 'Is the blue mug ready?').waitFor()
  await page.locator('.row', { hasText: 'Is the blue mug ready?' }).waitFor()
  assert.equal((await calls(server.stats))['getChatHistory'], before['getChatHistory'])
  assert.ok(!held.includes(idMessage) && (await idsOf(server, chatId)).includes(idMessage), 'whoever asks for the chat now sees it, too')
})

inboxTest('a message that is told while an older answer for its chat is on its way is shown', async ({ server, open }) => {
  const chatId = '70000001003@c.us'
  const page = await open(`#/shop/${encodeURIComponent(chatId)}`)
  await page.locator('.bubble').first().waitFor()
  await page.locator('.side .as-of.live').waitFor()
  await addUntilTold(page, server, chatId)
  const release = await holdAnswer(page, 'History', () => page.evaluate(() => dispatchEvent(new Event('online'))))

  await server.addMessage({ chatId, text: 'Is the old mug ready?' })
  await page.locator('.row', { hasText: 'Is the old mug ready?' }).waitFor()
  await release()

  await bubble(page, 'Is the old mug ready?').waitFor()
  assert.equal(await bubble(page, 'told 0').count(), 1)
})

inboxTest('a message that arrives is shown by polling where there is no WebSocket', async ({ server, open }) => {
  const page = await open('#/shop', {}, (opened) => opened.routeWebSocket(/graphql/, (socket) => socket.close()))
  await page.locator('.row').first().waitFor()
  await server.addMessage({ chatId: '70000001001@c.us', text: 'Is the red mug ready?' })
  await page.locator('.row', { hasText: 'Is the red mug ready?' }).waitFor({ timeout: 30_000 })
  assert.equal(await page.locator('.as-of.live').count(), 0)
})

inboxTest('what came since is counted until the chat is opened', async ({ server, open }) => {
  const page = await open('#/shop')
  const row = page.locator('.row', { hasText: 'Marta' })
  await row.waitFor()
  await page.locator('.as-of.live').waitFor()
  const chatId = decodeURIComponent((await row.getAttribute('href'))?.split('/').at(-1) ?? '')

  await server.addMessage({ chatId, text: 'And the plates?' })
  await row.getByText(/\d+ unread/).waitFor({ timeout: 30_000 })
  await row.click()

  await bubble(page, 'And the plates?').waitFor({ timeout: 30_000 })
  await row.locator('.unread').waitFor({ state: 'detached' })
})

inboxTest('a message far back is shown with its neighbours, and a way back to the newest', async ({ server, open }) => {
  const messageId = (await idsOf(server, LONG_CHAT))[400]!
  const page = await open(`${LONG}/${messageId}`)

  await page.waitForFunction((id) => document.activeElement?.id === `message-${id}`, messageId)
  assert.ok((await page.locator('.message').count()) > 20)
  await page.waitForFunction((id) => {
    const [box, place] = [document.querySelector('.scroller'), document.getElementById(`message-${id}`)].map((element) => element?.getBoundingClientRect())
    return box && place && place.top >= box.top && place.bottom <= box.bottom
  }, messageId)
  await page.getByRole('button', { name: 'To the newest' }).click()

  await page.locator(`#message-${messageId}`).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Older messages' }).waitFor()
})

inboxTest('from a message far back one reads on to older and to newer ones, until the chat is as it always is', async ({ server, open }) => {
  const newestFirst = await idsOf(server, LONG_CHAT)
  const [newest, messageId, older] = [newestFirst[0], newestFirst[100], newestFirst[150]]
  const page = await open(`${LONG}/${messageId}`)
  await page.waitForFunction((id) => document.activeElement?.id === `message-${id}`, messageId)
  const scroller = page.getByRole('region', { name: 'Messages' })
  const before = await calls(server.stats)
  const goTo = (end: 'top' | 'bottom', id: string | undefined) =>
    page.waitForFunction(
      ([to, wanted]) => {
        const box = document.querySelector('.scroller')!
        box.scrollTop = to === 'top' ? 0 : box.scrollHeight
        return document.getElementById(`message-${wanted}`) !== null
      },
      [end, id] as const,
      { polling: 200 },
    )

  await scroller.hover()
  await page.mouse.wheel(0, -50)
  await goTo('top', older)
  await goTo('bottom', newest)

  await page.getByText('Around the message').waitFor({ state: 'detached' })
  assert.equal(await page.getByRole('button', { name: 'Newer messages' }).count(), 0)
  const shown = (await page.locator('.message').evaluateAll((all) => all.map(({ id }) => id.replace('message-', '')))).reverse()
  const sinceThen = shown.indexOf(newest!) // the simulated messenger goes on
  assert.deepEqual(shown.slice(sinceThen), newestFirst.slice(0, shown.length - sinceThen), 'each in its place, none twice, none left out')
  assert.ok(shown.includes(older!), `${shown.length} messages`)
  assert.equal((await calls(server.stats))['getChatHistory'], before['getChatHistory'], 'all of it is held')
})

/** The upstream's ids of the messages of a chat that are shown by themselves, newest first. */
async function idsOf(server: Server, chatId: string): Promise<string[]> {
  const query = 'query ($chatId: String!) { account(name: "shop") { chat(chatId: $chatId) { history(first: 500) { nodes { __typename messageId } } } } }'
  const answer = await fetch(server.url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables: { chatId } }) })
  const { data } = (await answer.json()) as { data: { account: { chat: { history: { nodes: { __typename: string; messageId: string }[] } } } } }
  return data.account.chat.history.nodes.filter(({ __typename }) => !ABOUT_ANOTHER.includes(__typename)).map(({ messageId }) => messageId)
}

/** Keeps the answer to the next operation of a name, which `ask` causes, until it is released. */
async function holdAnswer(page: Page, operation: string, ask: () => Promise<unknown>): Promise<() => Promise<void>> {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  const held = new Promise<void>((resolve) => {
    void page.route(/graphql/, async (route) => {
      if (!route.request().postData()?.includes(`"${operation}"`)) return route.continue()
      const response = await route.fetch()
      resolve()
      await released
      await route.fulfill({ response })
    })
  })
  await ask()
  await held
  return async () => {
    release()
    await page.unrouteAll({ behavior: 'wait' })
  }
}

/** Nothing tells a page from when on it is told of what arrives: adds messages until one is. */
async function addUntilTold(page: Page, server: Server, chatId: string): Promise<void> {
  for (let number = 0; !(await bubble(page, `told ${number - 1}`).isVisible()); number++) {
    await server.addMessage({ chatId, text: `told ${number}` })
    await page.locator('.row', { hasText: `told ${number}` }).waitFor({ timeout: 30_000 })
  }
}

inboxTest('an upstream that fails is said with what to do, and a second try helps', async ({ server, open }) => {
  await server.addFault({ kind: 'server-error', account: 'shop', method: 'getChatHistory' })
  const page = await open('#/shop/70000001008%40c.us')
  const problem = page.getByRole('alert')
  await problem.getByText('The messenger does not answer').waitFor()

  await server.clearFaults()
  await problem.getByRole('button', { name: 'Try again' }).click()

  await page.locator('.bubble').first().waitFor({ timeout: 30_000 })
})

inboxTest('a rate limit is shown as waiting for a turn and passes by itself', async ({ server, open }) => {
  await server.addFault({ kind: 'rate-limited', account: 'shop', method: 'getChatHistory' })
  const page = await open('#/shop/70000001011%40c.us')
  await page.getByText('Waiting for a turn').first().waitFor()
  await server.clearFaults()
  await page.locator('.bubble').first().waitFor({ timeout: 30_000 })
})

inboxTest('offline is said and what was loaded stays', async ({ open }) => {
  const page = await open('#/shop')
  await page.locator('.row').first().waitFor()
  await page.context().setOffline(true)
  await page.getByText('You are offline').first().waitFor()
  assert.ok((await page.locator('.row').count()) > 0)
  assert.match((await page.locator('.side .as-of').textContent()) ?? '', /^As of/, 'no longer live')
  await page.context().setOffline(false)
  await page.getByText('You are offline').first().waitFor({ state: 'hidden' })
})

inboxTest('the keyboard goes through the chats, into one and back', async ({ open }) => {
  const page = await open('#/shop')
  await page.locator('.row').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.bubble').first().waitFor()
  await page.getByRole('region', { name: 'Messages' }).focus()
  await page.keyboard.press('Escape')
  await page.getByText('Choose a chat to read it.').waitFor()
})

inboxTest('a phone shows the list or the chat', async ({ open }) => {
  const page = await open('#/shop', PHONE)
  await page.locator('.row', { hasText: 'Marta' }).tap()
  await page.locator('.bubble').first().waitFor()
  assert.equal(await page.locator('.side').isVisible(), false)
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the screen')
  await page.getByRole('link', { name: 'Back to the chats' }).tap()
  await page.locator('.row').first().waitFor()
})

for (const colorScheme of ['light', 'dark'] as const) {
  inboxTest(`axe finds nothing, ${colorScheme}`, async ({ open }) => {
    const page = await open(SHOWCASE, { colorScheme })
    await page.locator('.bubble').first().waitFor()
    await page.locator('.row').first().waitFor()
    assert.deepEqual(await violationsIn(page), [])
  })
}

inboxTest('axe finds nothing in a search, around a message, beside an error and on a phone', async ({ server, open }) => {
  const page = await open(`${LONG}/${(await idsOf(server, LONG_CHAT))[200]}`)
  await page.getByText('Around the message').waitFor()
  await page.getByRole('searchbox').fill('every kind of message')
  await page.locator('.found').first().waitFor()
  assert.deepEqual(await violationsIn(page), [])

  await server.addFault({ kind: 'server-error', account: 'shop', method: 'getChatHistory' })
  const phone = await open('#/shop/70000001018%40c.us', { ...PHONE, colorScheme: 'dark' })
  await phone.getByRole('alert').waitFor()
  assert.deepEqual(await violationsIn(phone), [])
})

/** What axe has against a page, each with an element. */
async function violationsIn(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}
