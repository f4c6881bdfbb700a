import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { type BuiltSite, buildSite } from '../../site/build_site.ts'
import { buildProximity } from '../../warehouse/build_proximity.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { offeredProximity, offeredSeason } from '../season/simulated_files.ts'
import { arrivedMessages, offeredGametimes, webhooksOf } from '../season/simulated_messages.ts'
import { type BuiltWarehouse, residentDbt, startWarehouse } from '../warehouse/built_warehouse.ts'

/** Names that players of the season bear: what must stay text wherever it is shown. */
export const hostileNames = ['<img src=x onerror=hacked=1>', '</script><script>hacked=1</script>', '{@html hacked} javascript:hacked()']

/** Where pages are compiled, once for all sites of this process; FULLHOLD_SITE_WORK names a folder that keeps them for the next run as well. */
const work = process.env.FULLHOLD_SITE_WORK ?? join(mkdtempSync(join(tmpdir(), 'fullhold-site-')), 'work')

/** Installs the packages of the reports where they are missing. */
export function installReports(): void {
  const done = spawnSync(process.execPath, [join(projectFolder, 'setup/setup.mjs'), '--reports-only'], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`the packages of the reports could not be installed:\n${done.stdout}${done.stderr}`)
}

/** The site of a warehouse, made with the pages that this process has compiled. Throws the reason when it was not made. */
export async function siteOf(warehouse: BuiltWarehouse): Promise<Extract<BuiltSite, { ok: true }>> {
  const built = await buildSite(warehouse.paths, { work })
  if (!built.ok) throw new Error(built.reason)
  return built
}

/** The same with every page made anew. */
export async function remakeSiteOf(warehouse: BuiltWarehouse): Promise<Extract<BuiltSite, { ok: true }>> {
  rmSync(join(work, 'pages.json'))
  return await siteOf(warehouse)
}

/**
 * Two evenings with incidents, in which three players bear hostile names; Lua is there from the second one on, in messages and files;
 * proximity knows some rounds of each, and cannot see sprinting on the first.
 */
export async function buildHostileSeason(): Promise<BuiltWarehouse> {
  const season = simulateSeason({
    seed: 'reports',
    timeZone: 'Europe/Ljubljana',
    evenings: 2,
    mapsPerEvening: 4,
    incidents: { rate: 0, atMatch: { 1: 'double_hold', 2: 'early_hold_r1', 3: 'orphan_r2', 5: 'aborted_r1', 6: 'r1_only' } },
    sources: ['gametimes', 'stats_ready', 'proximity'],
    emitters: ['1.7.2'],
    trackers: ['v4', 'v611'],
    defects: { webhook_lost: 0.3, gametimes_lost: 0.4, pause: 0.3, no_sprint: 1 },
  })
  const guids = new Set<string>()
  const renames = new Map<string, string>()
  const files = offeredSeason(season).map((file) => {
    if (file.status !== 'offered' || file.kind !== 'stats') return file
    return {
      ...file,
      async read() {
        const lines = Buffer.from(await file.read())
          .toString('latin1')
          .split('\n')
        const renamed = lines.map((line) => {
          const found = /^([0-9A-F]{8,32})\\([^\\]*)\\(.*)$/s.exec(line)
          if (!found) return line
          guids.add(found[1]!)
          const name = hostileNames[[...guids].indexOf(found[1]!)]
          if (name === undefined) return line
          renames.set(found[2]!, name)
          return `${found[1]}\\${name}\\${found[3]}`
        })
        return Buffer.from(renamed.join('\n'), 'latin1')
      },
    }
  })
  // each takes a while to write: the first rounds of the first evening, the last of the second
  const tracked = [...season.proximity.slice(0, 3), ...season.proximity.slice(-4)].map(offeredProximity).map((file) => ({
    ...file,
    async read() {
      let text = Buffer.from(await (file as { read: () => Promise<Uint8Array> }).read()).toString('latin1')
      for (const [name, hostile] of renames) text = text.replaceAll(name, hostile)
      return Buffer.from(text, 'latin1')
    },
  }))
  const warehouse = await startWarehouse({ timeZone: season.truth.time_zone, asOf: '2026-01-01T00:00:00Z', webhooks: webhooksOf(season) })
  const [first] = season.gametimes
  const isLater = (writtenAt: number) => writtenAt > first!.writtenAt + 12 * 60 * 60 * 1000
  await warehouse.land([...files, ...season.gametimes.filter((file) => isLater(file.writtenAt)).map(offeredGametimes), ...tracked])
  await warehouse.landMessages(arrivedMessages(season).filter(({ sentAt }) => isLater(Date.parse(sentAt))))
  await warehouse.build('full')
  const { paths, configuration } = warehouse
  const built = await buildProximity({ paths, configuration, dbt: residentDbt(), lane: 'full', isTested: false })
  if (!built.ok) throw new Error(built.reasons.join('\n'))
  return warehouse
}
