import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { plainValue } from '../warehouse/plain_value.ts'
import { quotedText } from '../warehouse/quoted.ts'

const schema = 'fullhold'

/** What was exported: rows by source, the pages with a key, what the frame of every page says, and the build that the marts are of. */
export type Exported = { rowCounts: Record<string, number>; entries: string[]; facts: Record<string, string>; buildId: string }

/** Pages with a key: the source that has their links. Every link of these that is a page of its own is made. */
const pageSources = { sessions: 'link', matches: 'link', maps: 'link', players: 'link' } as const

/**
 * Writes every source of the reports as a Parquet file below `data` (`<schema>/<hash>/<source>.parquet`), with the manifest that Evidence reads, and
 * beside them site.json (what the frame of every page says) and search.json. Throws, naming the source, when a query fails or when a source does
 * not have exactly the rows of its mart.
 */
export async function exportSources(options: { marts: string; sources: string; data: string; version: string }): Promise<Exported> {
  const { marts, sources, data, version } = options
  rmSync(data, { recursive: true, force: true })
  mkdirSync(join(data, schema), { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' })
  const connection = await instance.connect()
  try {
    await connection.run(`set TimeZone = 'UTC'`)
    await connection.run(`attach ${quotedText(marts)} as marts (read_only)`)
    await connection.run('use marts')
    const rowCounts: Record<string, number> = {}
    const files: string[] = []
    for (const name of readdirSync(sources)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const source = name.slice(0, -'.sql'.length)
      const exported = await exportSource(connection, source, readFileSync(join(sources, name), 'utf8'), data)
      rowCounts[source] = exported.rows
      files.push(exported.file)
    }
    const urls = files.map((file) => `static/data/${file}`)
    writeFileSync(join(data, 'manifest.json'), JSON.stringify({ renderedFiles: { [schema]: urls } }))
    const built = await rowsOf(connection, `select * from memory.main.build`)
    const build = built[0]
    const facts = siteFacts(build, version)
    writeFileSync(join(data, 'site.json'), JSON.stringify(facts))
    const entries: string[] = []
    for (const [source, column] of Object.entries(pageSources)) {
      const links = await rowsOf(
        connection,
        `select distinct ${column} as link from memory.main.${source} where ${column} not like '%?%' order by all`,
      )
      entries.push(...links.map(({ link }) => String(link)))
    }
    const older = await rowsOf(connection, `select match_id from memory.main.matches where link like '%?%' order by match_id`)
    writeFileSync(join(data, 'older.json'), JSON.stringify(older.map(({ match_id: id }) => id)))
    const found = await rowsOf(
      connection,
      `select player_name as title, link, 'player' as kind from memory.main.players
       union all select map_title as title, link, 'map' as kind from memory.main.maps`,
    )
    writeFileSync(join(data, 'search.json'), JSON.stringify(found))
    return { rowCounts, entries, facts, buildId: String(build?.build_id ?? 'none') }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function exportSource(
  connection: DuckDBConnection,
  source: string,
  sql: string,
  data: string,
): Promise<{ rows: number; file: string }> {
  const mart = /^\s*from (\w+)\s*$/m.exec(sql)?.[1]
  if (mart === undefined) throw new Error(`source ${source}: it must select from one mart`)
  const draft = join(data, `${source}.parquet`)
  try {
    await connection.run(`create or replace table memory.main.${source} as ${sql}`)
    await connection.run(`copy memory.main.${source} to ${quotedText(draft)} (format parquet, compression snappy, row_group_size 4096)`)
  } catch (error) {
    throw new Error(`source ${source}: the query failed: ${(error as Error).message}`)
  }
  const [counted] = await rowsOf(
    connection,
    `select (select count(*) from ${mart}) as mart_rows, (select count(*) from read_parquet(${quotedText(draft)})) as rows`,
  )
  const { mart_rows: martRows, rows } = counted as { mart_rows: number; rows: number }
  if (martRows !== rows) throw new Error(`source ${source}: it has ${rows} rows, and its mart ${mart} has ${martRows}`)
  const hash = createHash('sha256').update(readFileSync(draft)).digest('hex').slice(0, 16)
  const file = `${schema}/${hash}/${source}.parquet`
  mkdirSync(join(data, schema, hash), { recursive: true })
  renameSync(draft, join(data, file))
  return { rows, file }
}

function siteFacts(build: Record<string, unknown> | undefined, version: string): Record<string, string> {
  if (build === undefined) return { as_of: 'an unknown time', counts: 'Nothing was built yet.', version, build_id: 'none' }
  return {
    as_of: String(build.as_of_text),
    counts: `${build.round_count} rounds, ${build.match_count} maps, ${build.session_count} evenings, ${build.player_count} players.`,
    version,
    build_id: String(build.build_id),
  }
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql)
  const names = reader.deduplicatedColumnNames()
  return reader.getRows().map((row) => Object.fromEntries(row.map((value, index) => [names[index]!, plainValue(value)])))
}
