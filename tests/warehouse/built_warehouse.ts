import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configurationSchema } from '../../config/configuration.ts'
import { landFiles, type OfferedFile } from '../../ingest/land.ts'
import { landSourceConfigs } from '../../ingest/land_rows.ts'
import { configuredSources } from '../../ingest/sources/configured_sources.ts'
import { build } from '../../warehouse/build.ts'
import { type DataPaths, dataPaths } from '../../warehouse/data_paths.ts'
import { startDbt } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { plainValue } from '../../warehouse/plain_value.ts'
import { writeWarehouse } from '../../warehouse/write_warehouse.ts'

export type Row = Record<string, unknown>

/** A warehouse that the product itself landed, built and published, in a folder of its own. */
export type BuiltWarehouse = {
  paths: DataPaths
  /** Rows of a query on the warehouse (schemas raw, staging, intermediate, marts), times in UTC. */
  rows: (sql: string) => Promise<Row[]>
  remove: () => void
}

/** Lands files of one server `main` and builds everything with all data tests. Throws what failed. */
export async function buildFrom(
  files: Iterable<OfferedFile> | AsyncIterable<OfferedFile>,
  { timeZone, asOf }: { timeZone: string; asOf: string },
): Promise<BuiltWarehouse> {
  const folder = mkdtempSync(join(tmpdir(), 'fullhold-built-'))
  const paths = dataPaths(folder)
  const configuration = configurationSchema.parse({ servers: [{ name: 'main', time_zone: timeZone }] })
  await writeWarehouse(paths, '2GB', async ({ connection }) => {
    await landSourceConfigs(connection, configuredSources(configuration), new Date(asOf))
    await landFiles(connection, files)
  })
  using dbt = startDbt(paths.logs)
  const built = await build({ paths, configuration, dbt, lane: 'full', asOf: new Date(asOf) })
  if (!built.ok) throw new Error([...built.reasons, ...built.brokenPromises.map((promise) => JSON.stringify(promise))].join('\n'))
  return {
    paths,
    async rows(sql) {
      using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
      await warehouse.connection.run("set TimeZone = 'UTC'")
      const reader = await warehouse.connection.runAndReadAll(sql)
      const names = reader.deduplicatedColumnNames()
      return reader.getRows().map((row) => Object.fromEntries(row.map((value, index) => [names[index]!, plainValue(value)])))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
