import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { plainValue } from '../../warehouse/plain_value.ts'
import { quotedName, quotedText } from '../../warehouse/quoted.ts'

/** What says when something was landed or built, not what was played. */
const ofTheRun = ['received_at', 'newest_received_at', 'newest_file_name', 'file_count_24_hours']

/** Tables that hold nothing but the run. */
const tablesOfTheRun = ['meta_build', 'rpt_builds', 'rpt_ingest_daily']

/**
 * Compares every mart of two warehouses, row by row in all columns but those of the run and those that are named.
 * Gives the number of rows compared and, for each mart that differs, its first differing rows.
 */
export async function compareMarts(
  one: string,
  other: string,
  leftOut: string[] = [],
): Promise<{ rows: number; tables: number; differences: string[] }> {
  using memory = await openWarehouse(':memory:')
  const { connection } = memory
  await connection.run(`attach ${quotedText(one)} as one (read_only)`)
  await connection.run(`attach ${quotedText(other)} as other (read_only)`)
  await connection.run("set TimeZone = 'UTC'")
  const columns = await connection.runAndReadAll(`
    select table_name, list(column_name order by column_name)
    from (
        select distinct table_name, column_name from duckdb_columns()
        where database_name in ('one', 'other') and schema_name = 'marts'
            and table_name not in (${tablesOfTheRun.map(quotedText)}) and column_name not in (${[...ofTheRun, ...leftOut].map(quotedText)}))
    group by all order by all`)
  const differences: string[] = []
  let rows = 0
  for (const [name, names] of columns.getRows()) {
    const table = quotedName(String(name))
    const list = (plainValue(names!) as string[]).map(quotedName).join(', ')
    const counted = await connection.runAndReadAll(`select count(*) from one.marts.${table}`)
    rows += Number(counted.getRows()[0]![0])
    const found = await connection.runAndReadAll(`
      (select 'first' as only_in, * from (select ${list} from one.marts.${table} except all select ${list} from other.marts.${table}))
      union all
      (select 'second', * from (select ${list} from other.marts.${table} except all select ${list} from one.marts.${table}))
      order by all limit 4`)
    for (const row of found.getRowObjects()) {
      const told = Object.entries(row).map(([column, value]) => `${column}=${plainValue(value) ?? 'null'}`)
      differences.push(`${name}: ${told.join(' ')}`)
    }
  }
  return { rows, tables: columns.getRows().length, differences }
}
