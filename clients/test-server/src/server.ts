import { spawn, type ChildProcess } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { controlAt, type Control } from './control.js'
import { GatewayUnavailable, jarFile } from './jar.js'
import { freePorts } from './ports.js'

const POLL_INTERVAL_MS = 50
const KEPT_OUTPUT = 20_000
/** The compiler that is soon done: a gateway that runs for some seconds is never worth the other one. It halves the work of the start. */
const JVM_OPTIONS = ['-XX:TieredStopAtLevel=1']

/** How the gateway is started. */
export interface ServerOptions {
  /** `quarkus-run.jar` of a demo build; that of `GREENGRAPH_JAR` unless given. */
  readonly jar?: string
  /** The gateway's port; a free one unless given. */
  readonly port?: number
  /** Another seed, another order of events; 42 unless given. */
  readonly seed?: number
  /** What time it is for the simulated upstream when the promise resolves: from now to seven days ahead. The real time unless given. */
  readonly clock?: Date
  /** A file with a recording, as {@link Control.recording} gave it: the account of its messenger (`shop` on WhatsApp, `studio` on MAX) answers as the recorded one did. */
  readonly recording?: string
  /** Settings of the gateway, such as `{ 'greengraph.introspection.enabled': true }`. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>
  /** The longest time to wait until it is ready; 60 000 ms unless given. */
  readonly readyWithinMs?: number
}

/** A running gateway on a simulated upstream of its own. */
export interface Server extends Control, AsyncDisposable {
  /** Its address, without a path: `http://127.0.0.1:…`. */
  readonly origin: string
  /** Where GraphQL is asked for: `http://127.0.0.1:…/graphql`. */
  readonly url: string
  /** Ends the process and waits for its end. */
  stop(): Promise<void>
}

/** Starts the demo jar. The promise resolves when the gateway is ready, and rejects with {@link GatewayUnavailable} where there is no Java or no jar. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const jar = jarFile(options.jar)
  const [free = 0, management = 0, simulator = 0] = await freePorts(3)
  const port = options.port ?? free
  const settings = {
    'quarkus.http.host': '127.0.0.1',
    'quarkus.http.port': port,
    'quarkus.management.host': '127.0.0.1',
    'quarkus.management.port': management,
    'greengraph.simulator.port': simulator,
    'greengraph.simulator.seed': options.seed ?? 42,
    'greengraph.warm-up.time': '0s',
    // A machine that tests may be slow, which is no reason to refuse.
    'greengraph.limits.queue-time': '1m',
    ...(options.recording !== undefined && { 'greengraph.simulator.recording': resolve(options.recording) }),
    ...options.settings,
  }
  const gateway = launch(jar, settings)
  await gateway.ready(`http://127.0.0.1:${management}/q/health/ready`, options.readyWithinMs ?? 60_000)
  const control = controlAt(`http://127.0.0.1:${simulator}`)
  if (options.clock !== undefined) {
    await control.setClock(options.clock)
  }
  const origin = `http://127.0.0.1:${port}`
  return { ...control, origin, url: `${origin}/graphql`, stop: gateway.stop, [Symbol.asyncDispose]: gateway.stop }
}

function launch(jar: string, settings: Readonly<Record<string, string | number | boolean>>) {
  const flags = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`)
  const child = spawn(java(), [...JVM_OPTIONS, ...flags, '-jar', jar], { cwd: dirname(jar), env: ownEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = endOf(child)
  const endWithUs = () => child.kill()
  process.once('exit', endWithUs)
  void ended.then(() => process.off('exit', endWithUs))

  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (output = (output + text).slice(-KEPT_OUTPUT)))
  }
  const stop = async () => {
    child.kill()
    await ended
  }
  const ready = async (address: string, withinMs: number) => {
    const deadline = AbortSignal.timeout(withinMs)
    let end: string | undefined
    void ended.then((reason) => (end = reason))
    while (!(await isReady(address))) {
      if (end !== undefined) {
        throw end === NO_JAVA
          ? new GatewayUnavailable(end)
          : new Error(`the gateway ended (${end}); a jar that is no demo build (./mvnw package -Pdemo) does not know the simulator:\n${output}`)
      }
      if (deadline.aborted) {
        await stop()
        throw new Error(`the gateway was not ready within ${withinMs} ms:\n${output}`)
      }
      await delay(POLL_INTERVAL_MS)
    }
  }
  return { ready, stop }
}

const NO_JAVA = 'no java: install a JDK or JRE, 17 or newer, or set JAVA_HOME'

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(NO_JAVA))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
}

function java(): string {
  const home = process.env['JAVA_HOME']
  return home ? `${home}/bin/java` : 'java'
}

// Without the settings of the developer's shell: with an account in it the gateway would ask the real upstream.
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(greengraph|quarkus)_/i.test(name)))
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}
