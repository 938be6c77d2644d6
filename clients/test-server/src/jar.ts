import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The gateway cannot be started on this machine: no Java, or no jar. The message says what to do. */
export class GatewayUnavailable extends Error {
  override readonly name = 'GatewayUnavailable'
}

/** The jar to run: the one given, or that of `GREENGRAPH_JAR`. */
export function jarFile(given: string | undefined): string {
  const jar = given ?? process.env['GREENGRAPH_JAR']
  if (jar === undefined) {
    throw new GatewayUnavailable('no jar: give the option jar or set GREENGRAPH_JAR to target/quarkus-app/quarkus-run.jar of a demo build')
  }
  if (!existsSync(jar)) {
    throw new GatewayUnavailable(`${jar} does not exist: build it with ./mvnw package -Pdemo`)
  }
  return resolve(jar)
}
