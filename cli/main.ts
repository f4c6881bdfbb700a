import { Command, CommanderError } from 'commander'
import { annotate } from './annotate.ts'
import { backfill } from './backfill.ts'
import { backup } from './backup.ts'
import { build } from './build.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { evidence } from './evidence.ts'
import { Failure } from './failure.ts'
import { land } from './land.ts'
import { post } from './post.ts'
import { publish } from './publish.ts'
import { reports } from './reports.ts'
import { run } from './run.ts'
import { serve } from './serve.ts'
import { withGlobalOptions } from './session.ts'
import { simulate } from './simulate.ts'
import { sql } from './sql.ts'
import { status } from './status.ts'
import { trace } from './trace.ts'
import { types } from './types.ts'

const exitCodes = '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 the warehouse is busy.'

/** Runs the command line; sets the exit code. Expected failures are a sentence on stderr, without a stack trace. */
export async function main(argv: string[]): Promise<void> {
  const program = withGlobalOptions(new Command('fullhold'))
    .description('A stopwatch data warehouse for ET:Legacy: raw traces in, rounds, winners and confidence out.')
    .addHelpText('after', exitCodes)
  for (const command of [
    land,
    build,
    publish,
    run,
    post,
    status,
    trace,
    evidence,
    sql,
    annotate,
    backfill,
    backup,
    doctor,
    simulate,
    reports,
    serve,
    demo,
    types,
  ])
    program.addCommand(command)
  for (const command of withSubcommands(program)) command.exitOverride().showHelpAfterError('(--help shows how it is used)')
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = report(error)
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Failure) {
    process.stderr.write(`fullhold: ${error.message}\n`)
    return error.exitCode
  }
  process.stderr.write(
    `fullhold: something unexpected happened, please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return 1
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)]
}
