import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { stringify } from 'yaml'
import { loadConfiguration } from '../../config/load_configuration.ts'
import type { Hook } from '../../run/hook.ts'
import { runResident } from '../../run/resident.ts'
import { type RunStatus, readStatus } from '../../run/status_file.ts'
import { type DataPaths, dataPaths } from '../../warehouse/data_paths.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { rowsOf } from '../warehouse/scratch.ts'

export type LogLine = { level: string; event: string; sentence: string }

export type ResidentInTest = {
  paths: DataPaths
  log: LogLine[]
  /** Resolves when the condition holds, looked at after every line of the log. */
  until: (condition: (log: LogLine[]) => boolean, what: string) => Promise<void>
  status: () => RunStatus
  stop: () => Promise<void>
  /** Rows of the warehouse; the process has to be stopped. */
  rows: (sql: string) => Promise<unknown[][]>
}

const longestMilliseconds = 30_000

/** The resident process of the product, landing only, inside the test's process. It ends with the test. */
export function startResident(
  folder: string,
  configuration: Record<string, unknown>,
  { environment = {}, hooks = [] }: { environment?: NodeJS.ProcessEnv; hooks?: Hook[] } = {},
): ResidentInTest {
  const file = join(folder, 'fullhold.yaml')
  writeFileSync(file, stringify(configuration))
  const loaded = loadConfiguration(file, { isRequired: true })
  if (!loaded.ok) throw new Error(loaded.reason)
  const paths = dataPaths(join(folder, 'data'))
  const stop = new AbortController()
  const log: LogLine[] = []
  const looks = new Set<() => void>()
  const running = runResident({
    paths,
    configuration: loaded.configuration,
    hooks,
    environment,
    isLandingOnly: true,
    signal: stop.signal,
    log(level, event, sentence) {
      log.push({ level, event, sentence })
      for (const look of [...looks]) look()
    },
  })
  async function end(): Promise<void> {
    stop.abort()
    await running
  }
  onTestFinished(end)
  return {
    paths,
    log,
    until(condition, what) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          looks.delete(look)
          reject(new Error(`did not happen: ${what}\n${log.map(({ event, sentence }) => `${event}: ${sentence}`).join('\n')}`))
        }, longestMilliseconds)
        const look = () => {
          if (!condition(log)) return
          clearTimeout(timer)
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
      })
    },
    status: () => readStatus(paths.status)!,
    stop: end,
    async rows(sql) {
      using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
      return await rowsOf(warehouse.connection, sql)
    },
  }
}

/** How many files and messages were landed, as the log tells. */
export function landedCount(log: LogLine[]): number {
  return log
    .filter(({ event }) => event === 'landed')
    .map(({ sentence }) => Number.parseInt(sentence, 10))
    .reduce((sum, landed) => sum + landed, 0)
}
