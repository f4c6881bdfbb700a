import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { Configuration } from '../config/configuration.ts'
import { landBotFiles } from '../ingest/land_bot_files.ts'
import { type Lane, landBuild, landBuildResult, landSourceConfigs } from '../ingest/land_rows.ts'
import { fileTables } from '../ingest/raw_schema.ts'
import { configuredSources } from '../ingest/sources/configured_sources.ts'
import { upgradeRawSchema } from '../ingest/upgrade_raw_schema.ts'
import { codeFingerprint, projectFingerprint } from './code_fingerprint.ts'
import type { DataPaths } from './data_paths.ts'
import { type Dbt, type DbtAnswer, type DbtPlace, type DbtProgress, describeFailures, pinnedDbtVersion, projectFolder } from './dbt.ts'
import { openWarehouse } from './open_warehouse.ts'
import { type BrokenPromise, publish, publishedFiles } from './publish.ts'
import { quotedName } from './quoted.ts'

export type BuildOptions = {
  paths: DataPaths
  configuration: Configuration
  dbt: Dbt
  /** The lane that is asked for; `live` becomes `full` where only that is right. */
  lane: Lane
  /** Where all windows end ("last 30 days"). */
  asOf: Date
  /** Default: this project. */
  project?: string
  onProgress?: (progress: DbtProgress) => void
}

export type Built =
  | {
      ok: true
      lane: Lane | 'none'
      buildId: string
      nodeCount: number
      buildSeconds: number
      publishSeconds: number
      file: string | undefined
    }
  | { ok: false; lane: Lane | 'none'; stage: 'build' | 'publish'; reasons: string[]; brokenPromises: BrokenPromise[] }

type Plan = { lane: Lane | 'none'; arrived: string[]; lastCompleteBuildId: string | undefined }

/** Raw tables whose rows are arrivals about rounds, or bear on no round: what came into any other changes what was built before. */
const tablesOfArrivals = new Set<string>([
  ...fileTables,
  'proximity_pieces',
  'discord_messages',
  'refusals',
  'source_checks',
  'bot_posts',
  'player_links',
])

/** Models of proximity have a part of their own, after the scores (build_proximity.ts). */
const slowPart = 'tag:proximity'

const warehouseSchemas = ['checks', 'marts', 'intermediate', 'staging', 'seeds']
const ownTables = new Set(['builds', 'build_results', 'built_arrivals', 'schema_versions'])
/** A look at a source is no arrival: it waits for the next build. */
const quietTables = new Set(['source_checks'])

/**
 * Builds the warehouse from raw and publishes the marts. Call it under the lock, with the warehouse closed.
 * The live lane runs what is downstream of the raw tables that grew since the last complete build, on the evenings that arrivals belong to
 * (on everything, where a person or the configuration said something new); without growth nothing runs, and a complete build that was not
 * yet published is. A build that was killed left no result, so the next one does its work again.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const { paths, configuration, dbt, project = projectFolder } = options
  const started = performance.now()
  const projectSha256 = projectFingerprint(project)
  mkdirSync(paths.folder, { recursive: true })
  const memoryLimit = configuration.warehouse.memory_limit
  const begun = await begin(options, codeFingerprint(projectSha256, configuration))
  const { lane, arrived } = begun.plan
  if (lane === 'none') return await publishBuild(options, begun.buildId, { lane, nodeCount: 0, buildSeconds: 0 })
  const isScoped = lane === 'live' && arrived.every((table) => tablesOfArrivals.has(table))
  const place = {
    warehouse: paths.warehouse,
    target: paths.target,
    logs: paths.logs,
    code: projectSha256,
    project,
    environment: { FULLHOLD_MEMORY_LIMIT: memoryLimit, FULLHOLD_SCOPE: isScoped ? 'arrivals' : 'everything' },
  }
  const answer =
    lane === 'full'
      ? await runEverything(options, place)
      : await dbt.runLive(isScoped ? [...arrived, 'builds'] : [...Object.keys(begun.rawRowCounts), ...ownTables], place, options.onProgress)
  const failures = answer.success ? [] : describeFailures(answer)
  {
    using warehouse = await openWarehouse(paths.warehouse, { memoryLimit })
    const { buildId, rawRowCounts } = begun
    await landBuildResult(warehouse.connection, {
      buildId,
      lane,
      isComplete: answer.success,
      rawRowCounts,
      failures,
      finishedAt: new Date(),
    })
  }
  if (!answer.success) return { ok: false, lane, stage: 'build', reasons: failures, brokenPromises: [] }
  const buildSeconds = (performance.now() - started) / 1000
  const onTopOf = isScoped ? begun.plan.lastCompleteBuildId : undefined
  return await publishBuild(options, begun.buildId, { lane, nodeCount: answer.results.length, buildSeconds }, onTopOf)
}

/** Seeds and models by dbt, then all data tests as dbt compiled them. */
async function runEverything({ dbt, onProgress }: BuildOptions, place: DbtPlace): Promise<DbtAnswer> {
  const made = await dbt.run(
    ['build', '--full-refresh', '--exclude-resource-type', 'test', 'unit_test', '--exclude', slowPart],
    place,
    onProgress,
  )
  if (!made.success) return made
  const tested = await dbt.runTests(['--select', 'resource_type:test', '--exclude', 'path:tests/dbt/macros', slowPart], place, onProgress)
  return { ...tested, results: [...made.results, ...tested.results] }
}

async function begin(options: BuildOptions, code: string): Promise<{ plan: Plan; buildId: string; rawRowCounts: Record<string, number> }> {
  const { paths, configuration, asOf } = options
  const now = new Date()
  using warehouse = await openWarehouse(paths.warehouse, { memoryLimit: configuration.warehouse.memory_limit })
  const { connection } = warehouse
  await upgradeRawSchema(connection)
  await landSourceConfigs(connection, configuredSources(configuration), now)
  await landBotFiles(connection, paths)
  const rawRowCounts = await countRawRows(connection)
  const plan = await planLane(connection, options.lane, code, rawRowCounts)
  if (plan.lane === 'none') return { plan, buildId: plan.lastCompleteBuildId!, rawRowCounts }
  // tables of models that no longer exist must not be published
  if (plan.lane === 'full') for (const schema of warehouseSchemas) await connection.run(`drop schema if exists ${schema} cascade`)
  const buildId = await landBuild(connection, {
    lane: plan.lane,
    asOf,
    codeSha256: code,
    fullholdVersion: fullholdVersion(),
    dbtVersion: pinnedDbtVersion(),
    startedAt: now,
  })
  return { plan, buildId, rawRowCounts }
}

/** Which lane is right, and which raw tables grew since the last complete build (raw only grows, so a count is a version). */
async function planLane(connection: DuckDBConnection, asked: Lane, code: string, rawRowCounts: Record<string, number>): Promise<Plan> {
  const reader = await connection.runAndReadAll(`
    with newest_full as (select * from raw.builds where lane = 'full' order by started_at desc, build_id desc limit 1),
    newest_complete as (select * from raw.build_results where is_complete order by finished_at desc, build_id desc limit 1)
    select
        newest_complete.build_id,
        newest_complete.raw_row_counts,
        newest_full.code_sha256,
        exists (from raw.build_results as results where results.build_id = newest_full.build_id and results.is_complete) as is_full_complete,
    from newest_complete cross join newest_full`)
  const [last] = z
    .array(z.object({ build_id: z.string(), raw_row_counts: z.string(), code_sha256: z.string(), is_full_complete: z.boolean() }))
    .parse(reader.getRowObjects())
  const full: Plan = { lane: 'full', arrived: [], lastCompleteBuildId: last?.build_id }
  if (asked === 'full' || !last || !last.is_full_complete || last.code_sha256 !== code) return full
  const before = z.record(z.string(), z.number()).parse(JSON.parse(last.raw_row_counts))
  const arrived = Object.keys(rawRowCounts).filter((table) => rawRowCounts[table] !== (before[table] ?? 0))
  const hasArrivals = arrived.some((table) => !quietTables.has(table))
  return { lane: hasArrivals ? 'live' : 'none', arrived, lastCompleteBuildId: last.build_id }
}

async function countRawRows(connection: DuckDBConnection): Promise<Record<string, number>> {
  const tables = await connection.runAndReadAll(
    `select table_name from duckdb_tables() where schema_name = 'raw' and not internal order by all`,
  )
  const counts: Record<string, number> = {}
  for (const [name] of tables.getRows()) {
    const table = String(name)
    if (ownTables.has(table)) continue
    const counted = await connection.runAndReadAll(`select count(*) from raw.${quotedName(table)}`)
    counts[table] = Number(counted.getRows()[0]![0])
  }
  return counts
}

async function publishBuild(
  { paths, configuration }: BuildOptions,
  buildId: string,
  done: { lane: Lane | 'none'; nodeCount: number; buildSeconds: number },
  onTopOf?: string,
): Promise<Built> {
  const isPublished = publishedFiles(paths).some((file) => file.isCurrent && file.buildId === buildId)
  if (done.lane === 'none' && isPublished) return { ok: true, ...done, buildId, publishSeconds: 0, file: undefined }
  const started = performance.now()
  const keep = configuration.publish.keep
  const published = await publish(paths, {
    buildId,
    publishedAt: new Date(),
    keep,
    memoryLimit: configuration.warehouse.memory_limit,
    ...(onTopOf === undefined ? {} : { onTopOf }),
  })
  if (!published.ok) {
    return { ok: false, lane: done.lane, stage: 'publish', reasons: [published.reason], brokenPromises: published.brokenPromises }
  }
  return { ok: true, ...done, buildId, publishSeconds: (performance.now() - started) / 1000, file: published.file }
}

/** The newest complete build, which is what a publish publishes; undefined before the first. Needs an upgraded raw schema. */
export async function newestCompleteBuild(connection: DuckDBConnection): Promise<string | undefined> {
  const reader = await connection.runAndReadAll(
    'select build_id from raw.build_results where is_complete order by finished_at desc, build_id desc limit 1',
  )
  const [row] = reader.getRows()
  return row ? String(row[0]) : undefined
}

function fullholdVersion(): string {
  const text = readFileSync(join(projectFolder, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
