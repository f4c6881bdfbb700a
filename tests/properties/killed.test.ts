import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { writeSeason } from '../../simulator/write_season.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { offeredFile } from '../season/simulated_files.ts'
import { type BuiltWarehouse, buildFrom, startWarehouse } from '../warehouse/built_warehouse.ts'
import { count, rowsOf } from '../warehouse/scratch.ts'
import { compareMarts } from './marts_difference.ts'

const season = simulateSeason({ seed: 'killed', evenings: 2, mapsPerEvening: 3 })
const options = { timeZone: season.truth.time_zone, asOf: '2025-10-01T00:00:00Z' }
const offered = season.files.map((file) => ({ ...offeredFile(file), sourceName: 'folder' }))

const warehouses: BuiltWarehouse[] = []
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const warehouse of warehouses) warehouse.remove()
})

/** The arguments of node for one command on a data folder. */
function commandLine(folder: string, args: readonly string[]): string[] {
  return [join(projectFolder, 'bin/fullhold.mjs'), '--data', folder, '--config', join(folder, 'fullhold.yaml'), ...args]
}

/** Kills a command at the moment that its output or its folder shows. Fails when it ended before. */
async function killWhen(folder: string, args: readonly string[], isTheMoment: (output: string) => boolean): Promise<void> {
  const child = spawn(process.execPath, commandLine(folder, args), { stdio: ['ignore', 'ignore', 'pipe'] })
  children.push(child)
  let output = ''
  child.stderr.on('data', (data: Buffer) => {
    output += data.toString()
  })
  while (!isTheMoment(output) && child.exitCode === null) await delay(3)
  expect([args[0], child.exitCode, output]).toEqual([args[0], null, expect.any(String)])
  child.kill('SIGKILL')
  await once(child, 'exit')
}

function run(folder: string, ...args: string[]): string {
  const done = spawnSync(process.execPath, commandLine(folder, args), { encoding: 'utf8' })
  expect([args[0], done.status, done.stderr]).toEqual([args[0], 0, expect.any(String)])
  return done.stdout
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

async function publishedRounds(warehouse: BuiltWarehouse): Promise<number> {
  using marts = await openWarehouse(warehouse.paths.marts, { isReadOnly: true })
  return Number((await rowsOf(marts.connection, 'select count(*) from fct_rounds'))[0]![0])
}

test('killed while landing, building and publishing, nothing is lost and the next runs give what an undisturbed build gives', async () => {
  const warehouse = await startWarehouse(options)
  warehouses.push(warehouse)
  const { paths } = warehouse
  const arrivals = join(paths.folder, 'arrivals')
  mkdirSync(arrivals)
  writeFileSync(join(paths.folder, 'fullhold.yaml'), `servers:\n  - name: main\n    time_zone: ${options.timeZone}\n`)
  await warehouse.land(offered.slice(0, 6))
  await warehouse.build('full')
  const [before, roundsBefore] = [sha256(paths.marts), await publishedRounds(warehouse)]
  const expectUntouched = async () => {
    expect([sha256(paths.marts), await publishedRounds(warehouse)]).toEqual([before, roundsBefore])
  }

  await writeSeason(season, arrivals, join(paths.folder, 'truth'))
  await killWhen(paths.folder, ['land', arrivals], () => existsSync(paths.lock))
  await expectUntouched()
  run(paths.folder, 'land', arrivals)
  {
    using opened = await openWarehouse(paths.warehouse, { isReadOnly: true })
    const landed = (await count(opened.connection, 'raw.stats_files')) + (await count(opened.connection, 'raw.endstats_files'))
    expect(landed).toBe(season.files.length)
  }

  const isBuilding = (output: string) => /\d+ done, /.test(output)
  await killWhen(paths.folder, ['build', '--as-of', options.asOf], isBuilding)
  await expectUntouched()

  const isPublishing = () => readdirSync(paths.folder).some((name) => name.startsWith('marts.next-'))
  await killWhen(paths.folder, ['build', '--as-of', options.asOf], isPublishing)
  await expectUntouched()

  run(paths.folder, 'build', '--as-of', options.asOf)
  expect(sha256(paths.marts)).not.toBe(before)
  expect(isPublishing()).toBe(false)
  expect(await publishedRounds(warehouse)).toBeGreaterThan(roundsBefore)

  const undisturbed = await buildFrom(offered, options)
  warehouses.push(undisturbed)
  const { rows, differences } = await compareMarts(paths.warehouse, undisturbed.paths.warehouse)
  expect(differences, 'first: after three kills, second: undisturbed').toEqual([])
  expect(rows).toBeGreaterThan(1_000)
  console.log(`killed three times: ${rows} rows of the marts are those of an undisturbed build`)
}, 500_000)
