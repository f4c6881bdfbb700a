import { mkdirSync } from 'node:fs'
import { upgradeRawSchema } from '../ingest/upgrade_raw_schema.ts'
import type { DataPaths } from './data_paths.ts'
import { openWarehouse, type Warehouse } from './open_warehouse.ts'

/** Opens the warehouse for landing, with an upgraded raw schema, and closes it after the work. Call it under the lock. */
export async function writeWarehouse<Result>(
  paths: DataPaths,
  memoryLimit: string,
  work: (warehouse: Warehouse) => Promise<Result>,
): Promise<Result> {
  mkdirSync(paths.folder, { recursive: true })
  using warehouse = await openWarehouse(paths.warehouse, { memoryLimit })
  await upgradeRawSchema(warehouse.connection)
  return await work(warehouse)
}
