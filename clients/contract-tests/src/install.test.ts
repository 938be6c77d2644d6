import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { schemaPath } from '@greengraph/schema/codegen'
import { buildSchema, isObjectType } from 'graphql'

const run = promisify(execFile)
const repository = fileURLToPath(new URL('../../../', import.meta.url))
const modules = join(repository, 'clients', 'node_modules')
const page = (name: string) => readFileSync(join(repository, 'docs', 'frontend', name), 'utf8')
const readme = page('README.md')
const commands = /## Installing\n\n```sh\n(.*?)```/s.exec(readme)?.[1] ?? ''

/** What the table says is to be installed besides a package. */
const peersOf = (client: string) => [...(new RegExp(`^\\| ${client} \\|(.*)\\|$`, 'm').exec(readme)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, names]) => names).join(' ')

// Without a registry: what `npm ci` and the build do is done, or there would be no test, and what comes from elsewhere is what `npm ci` brought.
const NPM = `#!${process.execPath}
const { execFileSync } = require('node:child_process')
const { existsSync, mkdirSync, symlinkSync } = require('node:fs')
const { basename, dirname, join } = require('node:path')
const [command, ...args] = process.argv.slice(2)
const isDone = command === 'ci' || (command === 'run' && args[0] === 'build')
const place = (name) => {
  const folder = join('node_modules', name)
  mkdirSync(dirname(folder), { recursive: true })
  return folder
}
if (command === 'install') {
  for (const arg of args) {
    const tarball = /greengraph-(.*)-\\d+\\.\\d+\\.\\d+\\.tgz$/.exec(arg)
    const name = arg.replace(/(.)@.*/, '$1')
    if (tarball) {
      mkdirSync(place('@greengraph/' + tarball[1]))
      execFileSync('tar', ['-xzf', arg, '--strip-components=1', '-C', place('@greengraph/' + tarball[1])])
    } else if (existsSync(join(process.env.MODULES, name))) {
      symlinkSync(join(process.env.MODULES, name), place(name))
    }
  }
} else if (!isDone) {
  execFileSync(process.env.NPM, [command, ...args, '--ignore-scripts'], { stdio: 'inherit' })
}
`

/** A home with an application in it, where `npm` is as above. */
function home() {
  const folder = mkdtempSync(join(tmpdir(), 'home-'))
  mkdirSync(join(folder, 'my-app'))
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'my-app', 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'bin', 'npm'), NPM)
  chmodSync(join(folder, 'bin', 'npm'), 0o755)
  return folder
}

async function realNpm(): Promise<string> {
  const { stdout } = await run('sh', ['-c', 'command -v npm'])
  return stdout.trim()
}

const KITS = [
  { client: 'Apollo', kit: 'apollo', imports: ['@greengraph/apollo', '@greengraph/schema', '@greengraph/schema/codegen'] },
  { client: 'urql', kit: 'urql', imports: ['@greengraph/urql'] },
  { client: 'Relay', kit: 'relay', imports: ['@greengraph/relay', '@greengraph/relay/config'] },
]

for (const { client, kit, imports } of KITS) {
  test(`${client}: what is packed and installed as the documentation says works by itself`, async () => {
    const folder = home()
    const env = { ...process.env, HOME: folder, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`, NPM: await realNpm(), MODULES: modules }
    const lines = commands.replace('-w @greengraph/apollo', `-w @greengraph/${kit}`).replace(peersOf('Apollo'), peersOf(client))
    assert.ok(lines.includes(peersOf(client)) && lines.includes(`@greengraph/${kit}`), lines)

    await run('bash', ['-ec', lines], { cwd: repository, env })

    const app = imports.map((name) => `await import('${name}')`).join('\n')
    writeFileSync(join(folder, 'my-app', 'app.js'), app)
    await run(process.execPath, ['app.js'], { cwd: join(folder, 'my-app') })
  })
}

test('the strict schema is written by the command of the documentation', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'strict-'))
  symlinkSync(modules, join(folder, 'node_modules'))
  copyFileSync(schemaPath, join(folder, 'schema.graphql'))
  const command = /`(npx semantic-to-strict [^`]+)`/.exec(page('errors.md'))?.[1] ?? 'false'

  await run('bash', ['-ec', command], { cwd: folder, env: { ...process.env, npm_config_offline: 'true' } })

  const chat = buildSchema(readFileSync(join(folder, 'strict.graphql'), 'utf8')).getType('Chat')
  assert.ok(isObjectType(chat))
  assert.equal(String(chat.getFields()['history']?.type), 'MessageConnection!')
  assert.equal(String(chat.getFields()['title']?.type), 'String')
})
