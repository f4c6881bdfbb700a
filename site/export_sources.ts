import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { projectFolder } from '../warehouse/dbt.ts'
import { plainValue } from '../warehouse/plain_value.ts'
import { quotedText } from '../warehouse/quoted.ts'
import { emptyMarts } from './empty_marts.ts'

/** A query of the reports: the schema that pages find it in, and the one mart that it selects from. */
type Source = { schema: 'fullhold' | 'proximity'; name: string; sql: string; mart: string }

/** What was exported: rows by source, the pages with a key, what the frame of every page says, and the build that the marts are of. */
export type Exported = { rowCounts: Record<string, number>; entries: string[]; facts: Record<string, string>; buildId: string }

/** Pages with a key: the source that has their links. Every link of these that is a page of its own is made. */
const pageSources = { sessions: 'link', matches: 'link', maps: 'link', players: 'link' } as const

/**
 * Writes every source of the reports as a Parquet file below `data` (`<schema>/<hash>/<source>.parquet`), with the manifest that Evidence reads, and
 * beside them site.json (what the frame of every page says) and search.json. Throws, naming the source, when a query fails or when a source does
 * not have exactly the rows of its mart. Sources of proximity have no rows while nothing of it is published.
 */
export async function exportSources(options: {
  marts: string
  sources: string
  proximity?: { marts: string; sources: string }
  data: string
  version: string
}): Promise<Exported> {
  const { marts, sources, proximity, data, version } = options
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' })
  const connection = await instance.connect()
  try {
    await connection.run(`set TimeZone = 'UTC'`)
    await connection.run(`attach ${quotedText(marts)} as marts (read_only)`)
    const rowCounts: Record<string, number> = {}
    const renderedFiles: Record<string, string[]> = {}
    const all = { fullhold: readSources('fullhold', sources), proximity: proximity ? readSources('proximity', proximity.sources) : [] }
    if (proximity) await attachProximity(connection, proximity.marts, all.proximity)
    for (const [schema, catalog] of [
      ['fullhold', 'marts'],
      ['proximity', 'marts_proximity'],
    ] as const) {
      if (all[schema].length === 0) continue
      await connection.run(`use ${catalog}`)
      await connection.run(`create schema memory.${schema}`)
      const files: string[] = []
      for (const source of all[schema]) {
        const exported = await exportSource(connection, source, data)
        rowCounts[schema === 'fullhold' ? source.name : `${schema}.${source.name}`] = exported.rows
        files.push(exported.file)
      }
      renderedFiles[schema] = files.map((file) => `static/data/${file}`)
    }
    writeFileSync(join(data, 'manifest.json'), JSON.stringify({ renderedFiles }))
    const built = await rowsOf(connection, `select * from memory.fullhold.build`)
    const build = built[0]
    const facts = siteFacts(build, version)
    writeFileSync(join(data, 'site.json'), JSON.stringify(facts))
    const entries: string[] = []
    for (const [source, column] of Object.entries(pageSources)) {
      const links = await rowsOf(
        connection,
        `select distinct ${column} as link from memory.fullhold.${source} where ${column} not like '%?%' order by all`,
      )
      entries.push(...links.map(({ link }) => String(link)))
    }
    const older = await rowsOf(connection, `select match_id from memory.fullhold.matches where link like '%?%' order by match_id`)
    writeFileSync(join(data, 'older.json'), JSON.stringify(older.map(({ match_id: id }) => id)))
    const found = await rowsOf(
      connection,
      `select player_name as title, link, 'player' as kind from memory.fullhold.players
       union all select map_title as title, link, 'map' as kind from memory.fullhold.maps`,
    )
    writeFileSync(join(data, 'search.json'), JSON.stringify(found))
    return { rowCounts, entries, facts, buildId: String(build?.build_id ?? 'none') }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

function readSources(schema: Source['schema'], folder: string): Source[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  return names.sort().map((file) => {
    const name = file.slice(0, -'.sql'.length)
    const sql = readFileSync(join(folder, file), 'utf8')
    const mart = /^\s*from (\w+)\s*$/m.exec(sql)?.[1]
    if (mart === undefined) throw new Error(`source ${name}: it must select from one mart`)
    return { schema, name, sql, mart }
  })
}

/** The published marts of proximity; marts without rows where none are published, or where those that are come from code before these sources. */
async function attachProximity(connection: DuckDBConnection, path: string, sources: readonly Source[]): Promise<void> {
  const wanted = [...new Set(sources.map(({ mart }) => mart))]
  if (existsSync(path)) {
    await connection.run(`attach ${quotedText(path)} as marts_proximity (read_only)`)
    const there = await rowsOf(connection, `select table_name from duckdb_tables() where database_name = 'marts_proximity'`)
    const names = new Set(there.map(({ table_name }) => table_name))
    if (wanted.every((mart) => names.has(mart))) return
    await connection.run('detach marts_proximity')
  }
  await connection.run(`attach ':memory:' as marts_proximity`)
  await connection.run('use marts_proximity')
  for (const statement of emptyMarts(join(projectFolder, 'models/marts/proximity'), wanted)) await connection.run(statement)
}

async function exportSource(
  connection: DuckDBConnection,
  { schema, name: source, sql, mart }: Source,
  data: string,
): Promise<{ rows: number; file: string }> {
  const draft = join(data, `${source}.parquet`)
  try {
    await connection.run(`create table memory.${schema}.${source} as ${sql}`)
    await connection.run(
      `copy memory.${schema}.${source} to ${quotedText(draft)} (format parquet, compression snappy, row_group_size 4096)`,
    )
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
