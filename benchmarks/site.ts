// Measures the web site: build, rebuild after one new round, size, and what a cold browser sees when. Usage: npm run bench:site [-- <rounds> ...]
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { configurationSchema } from '../config/configuration.ts'
import { landFiles, type OfferedFile } from '../ingest/land.ts'
import { daysSpannedBy, replicateSeason } from '../simulator/replicate_season.ts'
import { type SimulatedFile, simulateSeason } from '../simulator/simulate_season.ts'
import { buildSite } from '../site/build_site.ts'
import { serveSite } from '../site/serve_site.ts'
import { startChromium } from '../tests/peers/chromium.ts'
import { build } from '../warehouse/build.ts'
import { dataPaths } from '../warehouse/data_paths.ts'
import { startDbt } from '../warehouse/dbt.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'

const folder = mkdtempSync(join(tmpdir(), 'fullhold-bench-site-'))
const work = join(folder, 'work')
const configuration = configurationSchema.parse({})
const sizes = process.argv.slice(2).map(Number)

async function measure(wanted: number): Promise<void> {
  const season = simulateSeason({ seed: 'bench', timeZone: 'UTC' })
  const ofSeason = season.files.filter(({ kind }) => kind === 'stats').length
  const copies = Math.max(1, Math.round(wanted / ofSeason))
  const apart = daysSpannedBy(season.files)
  const all = [...replicateSeason(season.files, copies, apart)]
  const lastStats = all.findLastIndex(({ kind }) => kind === 'stats')
  const paths = dataPaths(join(folder, String(wanted)))
  const asOf = new Date(all.at(-1)!.writtenAt)
  using dbt = startDbt(paths.logs)
  await land(
    paths,
    all.filter((_, index) => index !== lastStats),
  )
  succeeded(await build({ paths, configuration, dbt, lane: 'full', asOf }))
  const compiled = succeeded(await buildSite(paths, { work }))
  await land(paths, [all[lastStats]!])
  succeeded(await build({ paths, configuration, dbt, lane: 'live', asOf }))
  const again = succeeded(await buildSite(paths, { work }))
  const seen = await look(paths)
  console.log(
    `| ${ofSeason * copies} | ${compiled.pages} | ${compiled.isRecompiled ? `${compiled.seconds.toFixed(0)} s` : `${compiled.seconds.toFixed(0)} s (compiled before)`} | ${again.seconds.toFixed(1)} s: ${again.pagesMade} pages; ${stepsText(again.steps)} | ${(bytesBelow(again.folder) / 1e6).toFixed(0)} MB | ${seen.content.toFixed(0)} ms | ${seen.charts.toFixed(0)} ms |`,
  )
}

/** When the first content stands and when the charts of an evening answer, in a browser that has nothing of the site yet; the worse of home and an evening. */
async function look(paths: ReturnType<typeof dataPaths>): Promise<{ content: number; charts: number }> {
  const server = await serveSite(paths, { host: '127.0.0.1', port: 0 })
  const browser = await startChromium()
  const [evening] = readdirSync(join(paths.folder, 'site/sessions')).filter((name) => name !== 'index.html')
  const seen = { content: 0, charts: 0 }
  for (const path of ['', `sessions/${evening}/`]) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const started = performance.now()
    await page.goto(`${server.url}${path}`, { waitUntil: 'commit' })
    await page.locator('.scoreboard').waitFor()
    seen.content = Math.max(seen.content, performance.now() - started)
    await page.locator('figure.chart .mark').first().waitFor()
    await page.waitForFunction('document.getElementById("__evidence_project_splash") === null')
    seen.charts = Math.max(seen.charts, performance.now() - started)
    await context.close()
  }
  await browser.close()
  await server.close()
  return seen
}

async function land(paths: ReturnType<typeof dataPaths>, files: SimulatedFile[]): Promise<void> {
  function* offers(): Generator<OfferedFile> {
    for (const { kind, file_name: fileName, bytes, writtenAt } of files)
      yield {
        status: 'offered',
        server: 'main',
        sourceName: 'bench',
        fileName,
        kind,
        modifiedAt: new Date(writtenAt),
        read: async () => bytes,
      }
  }
  await writeWarehouse(paths, '2GB', ({ connection }) => landFiles(connection, offers()))
}

function succeeded<Result extends { ok: boolean }>(result: Result): Extract<Result, { ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result as Extract<Result, { ok: true }>
}

function stepsText(steps: Record<string, number>): string {
  return Object.entries(steps)
    .map(([step, seconds]) => `${step} ${seconds.toFixed(1)}`)
    .join(', ')
}

function bytesBelow(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

console.log(`machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}\n`)
console.log(
  '| rounds | pages | first build (compiles) | rebuild after one new round, pages made anew, seconds of each step | size | first content | charts answer |\n|---|---|---|---|---|---|---|',
)
for (const size of sizes.length > 0 ? sizes : [300, 3000]) await measure(size)
rmSync(folder, { recursive: true, force: true })
