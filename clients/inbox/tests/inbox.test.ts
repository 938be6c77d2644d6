import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { inboxTests } from './inbox.js'

const inboxTest = await inboxTests()
const SHOWCASE = '#/shop/120363000000000101%40g.us'
const LONG = '#/shop/70000001005%40c.us'
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true }
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
  assert.ok((await page.locator('.day h3').count()) >= 1)
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

inboxTest('a message that arrives is shown by polling', async ({ server, open }) => {
  const page = await open('#/shop')
  await page.locator('.row').first().waitFor()
  await server.addMessage({ chatId: '70000001001@c.us', text: 'Is the blue mug ready?' })
  await page.locator('.row', { hasText: 'Is the blue mug ready?' }).waitFor({ timeout: 30_000 })
})

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
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })

    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })

    assert.deepEqual(violations, [])
  })
}
