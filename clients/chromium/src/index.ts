import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
const OPTIONS = [
  '--no-sandbox', // as root, in a container, there is no other way; it only ever opens our own page
  '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
]

/** There is no Chromium on this machine; the message says what to do. */
export class BrowserUnavailable extends Error {
  override readonly name = 'BrowserUnavailable'
}

/** Starts the Chromium that is on the PATH. */
export async function launchChromium(): Promise<Browser> {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const executablePath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
  if (executablePath === undefined) {
    throw new BrowserUnavailable(`no Chromium: install one of ${NAMES.join(', ')}`)
  }
  return chromium.launch({ executablePath, args: OPTIONS })
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
