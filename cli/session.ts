import { mkdirSync } from 'node:fs'
import type { Command } from 'commander'
import type { Configuration } from '../config/configuration.ts'
import { loadConfiguration } from '../config/load_configuration.ts'
import { type DataPaths, dataPaths } from '../warehouse/data_paths.ts'
import { describeHolder, takeLock } from '../warehouse/lock.ts'
import { Failure } from './failure.ts'

/** What every command works with: where the data lies, the configuration, and whether to print JSON. */
export type Session = { paths: DataPaths; configuration: Configuration; configurationPath: string | undefined; isJson: boolean }

/** Adds the options that every command has. */
export function withGlobalOptions(command: Command): Command {
  return command
    .option('--data <folder>', 'where warehouse, published marts and logs lie (FULLHOLD_DATA, default ./data)')
    .option('--config <file>', 'the configuration (FULLHOLD_CONFIG, default ./fullhold.yaml if it exists)')
    .option('--json', 'print what is reported as JSON')
}

/** Resolves the global options; says on stderr what the configuration leaves to assumption. Fails when the configuration cannot be used. */
export function openSession(command: Command, { isQuiet = false }: { isQuiet?: boolean } = {}): Session {
  const options = command.optsWithGlobals<{ data?: string; config?: string; json?: boolean }>()
  const asked = options.config ?? process.env.FULLHOLD_CONFIG
  const loaded = loadConfiguration(asked ?? 'fullhold.yaml', { isRequired: asked !== undefined })
  if (!loaded.ok) throw new Failure(loaded.reason)
  if (!isQuiet) for (const note of loaded.notes) say(note)
  const paths = dataPaths(options.data ?? process.env.FULLHOLD_DATA ?? 'data')
  return { paths, configuration: loaded.configuration, configurationPath: loaded.path, isJson: options.json ?? false }
}

/** Runs work as the only process that may write the warehouse. Fails with exit code 3, naming the other process, when it is busy. */
export async function holdingLock<Result>(session: Session, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(session.paths.folder, { recursive: true })
  const command = ['fullhold', ...process.argv.slice(2)].join(' ')
  using lock = takeLock(session.paths.lock, command)
  if (!lock.ok) {
    throw new Failure(
      `the warehouse ${session.paths.folder} is busy: ${describeHolder(lock.holder)}.\n  Wait for it or stop it, then run this again.`,
      3,
    )
  }
  return await work()
}

/** A line for the person who waits, on stderr, so that stdout holds results alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** A line of the result. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
