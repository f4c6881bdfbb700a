import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { DataPaths } from '../warehouse/data_paths.ts'
import { projectFolder } from '../warehouse/dbt.ts'
import { fsyncPath } from '../warehouse/fsync_path.ts'
import { describeHolder, takeLock } from '../warehouse/lock.ts'
import { assembleProject, shellFingerprint } from './assemble_project.ts'
import { type Exported, exportSources } from './export_sources.ts'
import {
  clearNotes,
  doubted,
  failedQuery,
  type PageRecord,
  readPageRecord,
  recordMadePages,
  removePagesExcept,
  removeUnaskedAnswers,
  stampPages,
  unchangedPages,
  writePageRecord,
} from './page_record.ts'
import { openPageTables, type PageTables } from './page_tables.ts'
import { reportsFolder, type SitePaths, sitePaths } from './site_paths.ts'

export type BuiltSite =
  | {
      ok: true
      folder: string
      buildId: string
      rowCounts: Record<string, number>
      pages: number
      pagesMade: number
      isRecompiled: boolean
      seconds: number
      /** Where the seconds went: writing the tables, asking them what pages ask, making pages, laying out the folder. */
      steps: { exported: number; compared: number; made: number; placed: number }
    }
  | { ok: false; reason: string }

export type SiteOptions = {
  /** Queries of the sources. Default: those of the reports. */
  sources?: string
  /** Where pages are compiled; several data folders may share one, one after the other. Default: in the data folder. */
  work?: string
  onProgress?: (line: string) => void
}

/**
 * Makes the site of the published marts beside the one that is served, then puts it in its place in one step. Pages are compiled only when their
 * code changed since the last time, and made only where what they ask gives something else. When anything fails, what is served stays and the reason
 * says which source, page or packages failed.
 * Two builds in one folder at a time are refused.
 */
export async function buildSite(paths: DataPaths, options: SiteOptions = {}): Promise<BuiltSite> {
  const { sources = join(reportsFolder, 'sources/fullhold'), onProgress = () => {} } = options
  const started = performance.now()
  const secondsSince = (instant: number) => (performance.now() - instant) / 1000
  if (!existsSync(paths.marts)) return { ok: false, reason: `nothing is published in ${paths.folder} yet; run: fullhold build` }
  if (!existsSync(join(reportsFolder, 'node_modules/@evidence-dev/evidence/template')))
    return { ok: false, reason: 'the packages of the reports are not installed; run: node setup/setup.mjs --reports-only' }
  const site = sitePaths(paths, options.work)
  using lock = takeLock(`${site.work}.lock`, 'fullhold reports')
  if (!lock.ok) return { ok: false, reason: `another process is making the site: ${describeHolder(lock.holder)}` }
  const shell = shellFingerprint()
  const stamp = join(site.work, 'shell.sha256')
  const manifest = join(site.template, '.svelte-kit/output/server/manifest-full.js')
  const isRecompiled = !(existsSync(stamp) && readFileSync(stamp, 'utf8') === shell && existsSync(manifest))
  if (isRecompiled) assembleProject(site)
  let exported: Exported
  try {
    exported = await exportSources({
      marts: paths.marts,
      sources,
      proximity: { marts: paths.martsProximity, sources: join(reportsFolder, 'sources/proximity') },
      data: join(site.template, 'static/data'),
      version: version(),
    })
  } catch (error) {
    return { ok: false, reason: (error as Error).message }
  }
  const steps = { exported: secondsSince(started), compared: 0, made: 0, placed: 0 }
  let begun = performance.now()
  const output = join(site.template, '.svelte-kit/output')
  await using tables = await openPageTables(join(site.template, 'static/data'))
  const plan = await planPages(site, exported.entries, tables)
  writeFileSync(join(site.template, 'static/entries.json'), JSON.stringify({ crawl: plan.crawl, entries: plan.entries }))
  onProgress(`${Object.keys(exported.rowCounts).length} sources are exported, ${describePlan(plan)}`)
  steps.compared = secondsSince(begun)
  begun = performance.now()
  writePageRecord(site, { ...doubted(plan.changed), ...plan.kept })
  clearNotes(site)
  if (plan.crawl) rmSync(join(output, 'prerendered'), { recursive: true, force: true })
  else removePagesExcept(output, plan.kept)
  const made = (await makePages(site, isRecompiled, plan)) ?? failedQuery(site)
  if (made !== undefined) return { ok: false, reason: `the pages could not be made; what is served stays as it was.\n${made}` }
  if (isRecompiled) {
    await compressAll(join(output, 'client/_app/immutable'))
    writeFileSync(stamp, shell)
  }
  steps.made = secondsSince(begun)
  begun = performance.now()
  const justMade = await recordMadePages(site, tables)
  const record = { ...plan.kept, ...justMade }
  removeUnaskedAnswers(output, record)
  stampPages(output, exported.facts)
  writePageRecord(site, record)
  const folder = putTogether(site, output, exported)
  putInPlace(site, folder)
  steps.placed = secondsSince(begun)
  return {
    ok: true,
    folder,
    buildId: exported.buildId,
    rowCounts: exported.rowCounts,
    pages: countPages(folder),
    pagesMade: Object.keys(justMade).length,
    isRecompiled,
    seconds: secondsSince(started),
    steps,
  }
}

/** What is to be made: with `crawl` everything, from the pages without a key (`*`) and all entries on; else only the entries, and `kept` stays. */
type PagePlan = { crawl: boolean; entries: string[]; kept: PageRecord; changed: PageRecord }

/** A page whose queries give what they gave when it was made is kept, unless its key is gone. */
async function planPages(site: SitePaths, entries: string[], tables: PageTables): Promise<PagePlan> {
  const record = readPageRecord(site)
  if (Object.keys(record).length === 0) return { crawl: true, entries: ['*', ...entries], kept: {}, changed: {} }
  const keys = new Set(entries)
  const standing = Object.fromEntries(Object.entries(record).filter(([path, page]) => !page.hasKey || keys.has(path)))
  const kept = await unchangedPages(standing, tables)
  const changed = Object.fromEntries(Object.entries(standing).filter(([path]) => !(path in kept)))
  const unmade = entries.filter((path) => !(path in standing))
  return { crawl: false, entries: [...Object.keys(changed), ...unmade], kept, changed }
}

function describePlan({ crawl, entries, kept }: PagePlan): string {
  if (crawl) return `${entries.length - 1} pages with a key will be made`
  return `${entries.length} pages changed and will be made, ${Object.keys(kept).length} stay`
}

/** Compiles and makes the pages, or only makes them; undefined when that went well, else what was said last. */
async function makePages(site: SitePaths, isRecompiled: boolean, plan: PagePlan): Promise<string | undefined> {
  if (isRecompiled) return await runNode(site, [join(site.work, 'node_modules/vite/bin/vite.js'), 'build'])
  return plan.entries.length === 0 ? undefined : await runNode(site, [join(projectFolder, 'site/prerender.mjs')])
}

/** Runs a script with Node in the template; undefined when it went well, else what it said last. */
function runNode({ template }: SitePaths, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const lines: string[] = []
    const child = spawn(process.execPath, ['--max-old-space-size=4096', ...args], {
      cwd: template,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        SEND_ANONYMOUS_USAGE_STATS: 'no',
        EVIDENCE_DATA_URL_PREFIX: 'static/data',
        EVIDENCE_DATA_DIR: './static/data',
        EVIDENCE_IS_BUILDING: 'true',
      },
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => lines.push(String(chunk)))
    child.on('error', (error) => resolve(String(error)))
    child.on('close', (code) => resolve(code === 0 ? undefined : lines.join('').split('\n').filter(Boolean).slice(-15).join('\n')))
  })
}

/** A folder with everything that is served: compiled code, data, pages and their query results. */
function putTogether(site: SitePaths, output: string, exported: Exported): string {
  mkdirSync(site.sites, { recursive: true })
  const folder = join(site.sites, `site-${exported.buildId}-${Date.now()}`)
  const draft = `${folder}.next`
  for (const old of readdirSync(site.sites)) if (old.endsWith('.next')) rmSync(join(site.sites, old), { recursive: true, force: true })
  cpSync(join(output, 'client'), draft, {
    recursive: true,
    filter: (path) => !path.startsWith(join(output, 'client/data')) && basename(path) !== '.vite',
  })
  for (const part of ['pages', 'dependencies']) {
    const from = join(output, 'prerendered', part)
    if (existsSync(from)) cpSync(from, draft, { recursive: true })
  }
  cpSync(join(site.template, 'static/data'), join(draft, 'data'), { recursive: true })
  renameSync(join(draft, 'data/search.json'), join(draft, 'search.json'))
  rmSync(join(draft, 'entries.json'), { force: true })
  renameSync(draft, folder)
  return folder
}

/** The link `site` leads to the new folder from one instant to the next; the folder before it stays for pages that are still open. */
function putInPlace({ site, sites }: SitePaths, folder: string): void {
  const before = existsSync(site) ? basename(readlinkSync(site)) : undefined
  const link = `${site}.next-${process.pid}`
  rmSync(link, { force: true })
  symlinkSync(join('sites', basename(folder)), link)
  renameSync(link, site)
  fsyncPath(sites)
  for (const old of readdirSync(sites)) {
    if (old !== basename(folder) && old !== before) rmSync(join(sites, old), { recursive: true, force: true })
  }
}

/** Writes a gzip copy beside every compiled file that shrinks; they never change, so this is done once. */
async function compressAll(folder: string): Promise<void> {
  const compress = promisify(gzip)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|wasm)$/.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    writeFileSync(`${file}.gz`, await compress(readFileSync(file), { level: 6 }))
  }
}

function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('index.html')).length
}

function version(): string {
  return (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }).version
}
