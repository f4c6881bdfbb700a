import { randomBytes } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'

/** One server or source as it is configured. A server itself is the source `server` of kind `server`. */
export type SourceConfig = {
  server: string
  sourceName: string
  kind: 'server' | 'folder' | 'sftp' | 'discord'
  timeZone: string
  /** The webhooks whose messages this server sends, sorted. */
  webhookIds?: string[]
}

/** Appends those configurations that differ from the newest row of their server and source. Gives the number of rows added. */
export async function landSourceConfigs(connection: DuckDBConnection, configs: SourceConfig[], configuredAt: Date): Promise<number> {
  let added = 0
  for (const { server, sourceName, kind, timeZone, webhookIds } of configs) {
    const inserted = await connection.run(
      `insert into raw.source_configs (server, source_name, kind, time_zone, webhook_ids, configured_at)
       select $1, $2, $3, $4, $5, $6::timestamptz
       where ($3, $4, $5) is distinct from (
           select max_by((kind, time_zone, webhook_ids), configured_at) from raw.source_configs where server = $1 and source_name = $2)`,
      [server, sourceName, kind, timeZone, webhookIds ? JSON.stringify(webhookIds) : null, configuredAt.toISOString()],
    )
    added += inserted.rowsChanged
  }
  return added
}

/** A look at a source: what it listed, or why it could not be looked at. */
export type SourceCheck = {
  server: string
  sourceName: string
  kind: string
  listedCount?: number
  newestName?: string
  error?: string
  checkedAt: Date
}

/** Appends looks at sources. No build is made for them. */
export async function landSourceChecks(connection: DuckDBConnection, checks: SourceCheck[]): Promise<void> {
  for (const { server, sourceName, kind, listedCount = null, newestName = null, error = null, checkedAt } of checks) {
    await connection.run(
      `insert into raw.source_checks (server, source_name, kind, listed_count, newest_name, error, checked_at)
       values ($1, $2, $3, $4, $5, $6, $7::timestamptz)`,
      [server, sourceName, kind, listedCount, newestName, error, checkedAt.toISOString()],
    )
  }
}

export type AnnotationKind = 'exclude_round' | 'merge_players' | 'name_team' | 'set_side' | 'quarantine_file' | 'undo'

export type Annotation = {
  kind: AnnotationKind
  subject: string
  field?: string
  value?: string
  reason: string
  author: string
}

/** Appends what a person stated; gives its annotation_id, by which it can be undone. */
export async function landAnnotation(connection: DuckDBConnection, annotation: Annotation, annotatedAt: Date): Promise<string> {
  const annotationId = newId()
  const { kind, subject, field = null, value = null, reason, author } = annotation
  await connection.run(
    `insert into raw.annotations (annotation_id, kind, subject, field, value, reason, author, annotated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)`,
    [annotationId, kind, subject, field, value, reason, author, annotatedAt.toISOString()],
  )
  return annotationId
}

export type Lane = 'full' | 'live'

export type BuildStart = { lane: Lane; asOf: Date; codeSha256: string; fullholdVersion: string; dbtVersion: string; startedAt: Date }

/** Appends the row from which the models read their point in time; gives its build_id. */
export async function landBuild(connection: DuckDBConnection, build: BuildStart): Promise<string> {
  const buildId = newId()
  await connection.run(
    `insert into raw.builds (build_id, lane, as_of, code_sha256, fullhold_version, dbt_version, duckdb_version, started_at)
     select $1, $2, $3::timestamptz, $4, $5, $6, version(), $7::timestamptz`,
    [
      buildId,
      build.lane,
      build.asOf.toISOString(),
      build.codeSha256,
      build.fullholdVersion,
      build.dbtVersion,
      build.startedAt.toISOString(),
    ],
  )
  return buildId
}

export type BuildEnd = {
  buildId: string
  lane: Lane
  isComplete: boolean
  rawRowCounts: Record<string, number>
  failures: string[]
  finishedAt: Date
}

/**
 * Appends how a build ended, and which arrivals it has in it when it is complete, as one transaction.
 * A build without such a row was killed: what it left in the marts is computed again with the arrivals of the next one.
 */
export async function landBuildResult(connection: DuckDBConnection, end: BuildEnd): Promise<void> {
  await connection.run('begin')
  if (end.isComplete)
    await connection.run(
      `insert into raw.built_arrivals (arrival_id, build_id)
       select arrival_id, $1 from intermediate.int_arrivals anti join raw.built_arrivals using (arrival_id)`,
      [end.buildId],
    )
  await connection.run(
    `insert into raw.build_results (build_id, lane, is_complete, raw_row_counts, failures, finished_at)
     values ($1, $2, $3, $4, $5, $6::timestamptz)`,
    [
      end.buildId,
      end.lane,
      end.isComplete,
      JSON.stringify(end.rawRowCounts),
      end.failures.length > 0 ? end.failures.join('\n') : null,
      end.finishedAt.toISOString(),
    ],
  )
  await connection.run('commit')
}

function newId(): string {
  return randomBytes(8).toString('hex')
}
