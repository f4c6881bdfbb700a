import { existsSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import type { ProximityDatabase } from './marts.ts'
import { openPublished } from './open_marts.ts'

/** The published marts of proximity, read-only. They may come later than the scores, and be of older code for a while. */
export type ProximityMarts = {
  /** What a query on these marts gives; undefined while nothing is published, or while the published file has not all of them. */
  read: <Result>(
    marts: readonly (keyof ProximityDatabase)[],
    query: (database: Kysely<ProximityDatabase>) => Promise<Result>,
  ) => Promise<Result | undefined>
  [Symbol.asyncDispose]: () => Promise<void>
}

/** Opens marts_proximity.duckdb, whether or not it is there yet. */
export function openProximityMarts(path: string): ProximityMarts {
  const published = openPublished<ProximityDatabase>(path)
  return {
    async read(marts, query) {
      if (!existsSync(path)) return undefined
      return await published.read(async (database) => {
        const { rows } = await sql<{ table_name: string }>`select table_name from duckdb_tables()`.execute(database)
        const there = new Set(rows.map(({ table_name }) => table_name))
        return marts.every((mart) => there.has(mart)) ? await query(database) : undefined
      })
    },
    [Symbol.asyncDispose]: () => published[Symbol.asyncDispose](),
  }
}
