import { landLegacy } from '../../cli/land_legacy.ts'
import type { Session } from '../../cli/session.ts'
import { configurationSchema } from '../../config/configuration.ts'
import type { LandedTable } from '../../ingest/land_legacy.ts'
import { planRepair, type RepairKind, type RepairPlan } from '../../repair/plan_repair.ts'
import { openMarts } from '../../warehouse/open_marts.ts'
import type { PostgresServer } from '../peers/postgres.ts'
import type { BuiltWarehouse } from '../warehouse/built_warehouse.ts'

/** A session on a built warehouse whose configuration names an existing database. */
export function legacySession({ paths, configuration }: BuiltWarehouse, name: string): Session {
  const legacy = configurationSchema.shape.legacy.parse({ name, server: configuration.servers[0]!.name })
  return { paths, configuration: { ...configuration, legacy }, configurationPath: undefined, isJson: false }
}

/** Lands what changed in a database, as `fullhold land --legacy` does. */
export async function landDatabase(session: Session, url: string, isWhole = false): Promise<Map<string, LandedTable>> {
  process.env.FULLHOLD_LEGACY_URL = url
  const landed = await landLegacy(session, { isWhole })
  return new Map(landed.map((table) => [table.table, table]))
}

/** The plan that the published findings give. */
export async function planOf({ paths, configuration }: Session, kind: RepairKind): Promise<RepairPlan> {
  await using marts = openMarts(paths.marts)!
  const planned = await marts.read((database) => planRepair(database, kind, configuration.legacy!.name))
  if (!planned.ok) throw new Error(planned.reason)
  return planned.plan
}

/** Rows of every table of schema public that one database has and another lacks, both ways: table and number. */
export async function databaseDifference(server: PostgresServer, one: string, other: string): Promise<string[]> {
  const tables = await server.rows(one, `select table_name from information_schema.tables where table_schema = 'public' order by 1`)
  const differences: string[] = []
  for (const { table_name } of tables) {
    const rows = `select row_to_json(t)::text as row from public.${table_name} as t`
    const [ours, theirs] = await Promise.all([server.rows(one, rows), server.rows(other, rows)])
    const left = new Map<unknown, number>()
    for (const { row } of ours) left.set(row, (left.get(row) ?? 0) + 1)
    for (const { row } of theirs) left.set(row, (left.get(row) ?? 0) - 1)
    const count = [...left.values()].filter((times) => times !== 0).length
    if (count > 0) differences.push(`${table_name}: ${count}`)
  }
  return differences
}
