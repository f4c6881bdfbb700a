import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { projectFolder } from '../warehouse/dbt.ts'
import { type SqlTable, sandboxedSql } from '../warehouse/sandboxed_sql.ts'
import { Failure } from './failure.ts'
import { formatRows, type RowFormat } from './print_rows.ts'
import { openSession, print } from './session.ts'

type SqlOptions = { csv?: boolean; list?: boolean; timeout: number }

const analysesFolder = join(projectFolder, 'analyses')

export const sql = new Command('sql')
  .description('Ask the published marts: any SQL, or a question of analyses/ by its name')
  .argument('[query]', 'SQL, the name of a file in analyses/ without .sql, or - for standard input')
  .option('--csv', 'print CSV')
  .option('--list', 'list the questions of analyses/')
  .option('--timeout <seconds>', 'stop the query after so long', parseSeconds, 60)
  .addHelpText(
    'after',
    '\nThe query sees the published marts and nothing else: no other files, no network, no writing.\n\nExamples:\n  fullhold sql --list\n  fullhold sql "select map_name, count(*) as rounds from fct_rounds group by all order by all"\n  fullhold sql --csv "from dim_players" > players.csv',
  )
  .action(async (query: string | undefined, options: SqlOptions, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    if (options.csv && session.isJson) command.error('error: --csv and --json exclude each other', { exitCode: 2 })
    const format: RowFormat = options.csv ? 'csv' : session.isJson ? 'json' : 'table'
    if (options.list) {
      print(formatRows(listAnalyses(), format))
      return
    }
    if (query === undefined) command.error('error: nothing to ask; give SQL, a name, or --list', { exitCode: 2 })
    if (!existsSync(session.paths.marts)) throw new Failure(`nothing is published in ${session.paths.folder} yet.\n  Run: fullhold build`)
    try {
      print(formatRows(await sandboxedSql(session.paths.marts, queryText(query!), { timeoutSeconds: options.timeout }), format))
    } catch (error) {
      if (error instanceof Failure) throw error
      throw new Failure(`the query failed: ${(error as Error).message}`)
    }
  })

function listAnalyses(): SqlTable {
  const names = existsSync(analysesFolder) ? readdirSync(analysesFolder).filter((name) => name.endsWith('.sql')) : []
  const rows = names.sort().map((name) => {
    const firstLine = readFileSync(join(analysesFolder, name), 'utf8').split('\n')[0]!
    return [name.slice(0, -'.sql'.length), firstLine.startsWith('--') ? firstLine.slice(2).trim() : '']
  })
  return { columns: ['name', 'question'], rows }
}

function queryText(query: string): string {
  if (query === '-') return readFileSync(0, 'utf8')
  if (!/^[a-z0-9_]+$/.test(query)) return query
  const file = join(analysesFolder, `${query}.sql`)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new Failure(`there is no analysis called "${query}".\n  fullhold sql --list shows those that are there.`, 2)
}

function parseSeconds(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('write a whole number of seconds')
  return Number(text)
}
