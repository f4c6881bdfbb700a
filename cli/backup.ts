import { Command } from 'commander'
import { backUp } from '../warehouse/backup.ts'
import { Failure } from './failure.ts'
import { holdingLock, openSession, print } from './session.ts'

export const backup = new Command('backup')
  .description('Copy the whole warehouse, consistently and verified, to a new file')
  .argument('<file>', 'where to; it must not exist yet')
  .addHelpText(
    'after',
    '\nTo restore: put the copy back as warehouse.duckdb in a data folder, then run fullhold build.\n\nExample:\n  fullhold backup /mnt/backup/warehouse-2026-01-31.duckdb',
  )
  .action(async (file: string, _options: unknown, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    const done = await holdingLock(session, () => backUp(session.paths.warehouse, file))
    if (!done.ok) throw new Failure(`no backup was made: ${done.reason}`)
    print(session.isJson ? JSON.stringify(done) : `${done.file}: ${done.tables} tables, ${done.rows} rows, verified`)
  })
