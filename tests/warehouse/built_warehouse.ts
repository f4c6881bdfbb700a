import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Configuration, configurationSchema } from '../../config/configuration.ts'
import { type LandingCounts, landFiles, type OfferedFile } from '../../ingest/land.ts'
import { type ArrivedMessage, landMessages } from '../../ingest/land_messages.ts'
import { type Annotation, type Lane, landAnnotation, landSourceConfigs } from '../../ingest/land_rows.ts'
import { configuredSources, largestBytes } from '../../ingest/sources/configured_sources.ts'
import { listFolder } from '../../ingest/sources/folder.ts'
import { upgradeRawSchema } from '../../ingest/upgrade_raw_schema.ts'
import { build } from '../../warehouse/build.ts'
import { type DataPaths, dataPaths } from '../../warehouse/data_paths.ts'
import { type Dbt, projectFolder, startDbt } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { plainValue } from '../../warehouse/plain_value.ts'
import { writeWarehouse } from '../../warehouse/write_warehouse.ts'

export type Row = Record<string, unknown>

export type WarehouseOptions = {
  timeZone: string
  asOf: string
  servers?: readonly string[]
  /** The webhooks that are listened to, each with the servers that post with it. */
  webhooks?: readonly { id: string; servers: string[] }[]
}

/** A warehouse that the product itself landed, built and published, in a folder of its own. */
export type BuiltWarehouse = {
  paths: DataPaths
  configuration: Configuration
  land: (files: Iterable<OfferedFile> | AsyncIterable<OfferedFile>, receivedAt?: Date) => Promise<LandingCounts>
  /** Lands Discord messages; gives how many were new. */
  landMessages: (messages: ArrivedMessage[], receivedAt?: Date) => Promise<number>
  /** Lands a statement of a person; gives its id. */
  annotate: (annotation: Annotation, annotatedAt: Date) => Promise<string>
  /** Builds and publishes; gives the lane that ran. Throws what failed. */
  build: (lane: Lane) => Promise<Lane | 'none'>
  /** Rows of a query on the warehouse (schemas raw, staging, intermediate, marts), times in UTC. */
  rows: (sql: string) => Promise<Row[]>
  remove: () => void
}

let resident: Dbt | undefined

/** The one dbt process of all test files of this process; it ends with its parent. */
export function residentDbt(): Dbt {
  resident ??= startDbt(join(projectFolder, 'logs'))
  return resident
}

// one target for all warehouses, so that dbt parses the project once a process
const target = mkdtempSync(join(tmpdir(), 'fullhold-target-'))

/** A warehouse with the raw schema and its servers (default: one, `main`), of which nothing was built yet. */
export async function startWarehouse({ timeZone, asOf, servers = ['main'], webhooks }: WarehouseOptions): Promise<BuiltWarehouse> {
  const folder = mkdtempSync(join(tmpdir(), 'fullhold-built-'))
  const configuration = configurationSchema.parse({
    servers: servers.map((name) => ({ name, time_zone: timeZone })),
    ...(webhooks ? { discord: { channel: '1000001', webhooks } } : {}),
  })
  const warehouse = warehouseIn(folder, configuration, asOf)
  await writeWarehouse(warehouse.paths, '2GB', async ({ connection }) => {
    await upgradeRawSchema(connection)
    await landSourceConfigs(connection, configuredSources(configuration), new Date(asOf))
  })
  return warehouse
}

/** The same warehouse in a folder of its own, for a test that lands more into it than others expect there. */
export function copyOf({ paths, configuration }: BuiltWarehouse, asOf: string): BuiltWarehouse {
  const folder = mkdtempSync(join(tmpdir(), 'fullhold-built-'))
  cpSync(paths.folder, folder, { recursive: true, verbatimSymlinks: true })
  return warehouseIn(folder, configuration, asOf)
}

function warehouseIn(folder: string, configuration: Configuration, asOf: string): BuiltWarehouse {
  const paths = { ...dataPaths(folder), target }
  return {
    paths,
    configuration,
    land: (files, receivedAt = new Date(asOf)) =>
      writeWarehouse(paths, '2GB', ({ connection }) => landFiles(connection, files, { receivedAt })),
    landMessages: (messages, receivedAt = new Date(asOf)) =>
      writeWarehouse(paths, '2GB', async ({ connection }) => (await landMessages(connection, messages, { receivedAt })).landed),
    annotate: (annotation, at) => writeWarehouse(paths, '2GB', ({ connection }) => landAnnotation(connection, annotation, at)),
    async build(lane) {
      const built = await build({ paths, configuration, dbt: residentDbt(), lane, asOf: new Date(asOf) })
      if (!built.ok) throw new Error([...built.reasons, ...built.brokenPromises.map((promise) => JSON.stringify(promise))].join('\n'))
      return built.lane
    },
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

/** Lands files and builds everything with all data tests. Throws what failed. */
export async function buildFrom(
  files: Iterable<OfferedFile> | AsyncIterable<OfferedFile>,
  options: WarehouseOptions,
): Promise<BuiltWarehouse> {
  const warehouse = await startWarehouse(options)
  await warehouse.land(files)
  await warehouse.build('full')
  return warehouse
}

const data = join(projectFolder, '../shared/data')

/** Where the real files and what an independent reader found in them lie; they are no part of this project. */
export const realData = {
  stats: join(data, 'stats'),
  endstats: join(data, 'endstats'),
  expected: join(data, 'expected'),
}

let realWarehouse: Promise<BuiltWarehouse> | undefined

/** All real stats files and the endstats sample as one warehouse, built once a process; it goes away with it. */
export function buildRealFiles(): Promise<BuiltWarehouse> {
  realWarehouse ??= buildFrom(listRealFiles(), { timeZone: 'Europe/Ljubljana', asOf: realAsOf })
  return realWarehouse
}

/** Where the windows of the real files end. */
export const realAsOf = '2025-11-05T00:00:00Z'

async function* listRealFiles(): AsyncGenerator<OfferedFile> {
  const limits = largestBytes(configurationSchema.parse({}))
  for (const path of [realData.stats, realData.endstats])
    yield* listFolder({ server: 'main', sourceName: 'real', path, largestBytes: limits })
}
