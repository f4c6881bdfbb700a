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
import { reportsFolder, type SitePaths, sitePaths } from './site_paths.ts'

export type BuiltSite =
  | { ok: true; folder: string; buildId: string; rowCounts: Record<string, number>; pages: number; isRecompiled: boolean; seconds: number }
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
 * code changed since the last time. When anything fails, what is served stays and the reason says which source, page or packages failed.
 * Two builds in one folder at a time are refused.
 */
export async function buildSite(paths: DataPaths, options: SiteOptions = {}): Promise<BuiltSite> {
  const { sources = join(reportsFolder, 'sources/fullhold'), onProgress = () => {} } = options
  const started = performance.now()
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
  writeFileSync(join(site.template, 'static/entries.json'), JSON.stringify(exported.entries))
  onProgress(`${Object.keys(exported.rowCounts).length} sources are exported, ${exported.entries.length} pages with a key will be made`)
  rmSync(join(site.template, '.evidence-queries'), { recursive: true, force: true })
  const output = join(site.template, '.svelte-kit/output')
  rmSync(join(output, 'prerendered'), { recursive: true, force: true })
  const made = isRecompiled
    ? await runNode(site, [join(site.work, 'node_modules/vite/bin/vite.js'), 'build'])
    : await runNode(site, [join(projectFolder, 'site/prerender.mjs')])
  if (made !== undefined) return { ok: false, reason: `the pages could not be made; what is served stays as it was.\n${made}` }
  if (isRecompiled) {
    await compressAll(join(output, 'client/_app/immutable'))
    writeFileSync(stamp, shell)
  }
  const folder = putTogether(site, output, exported)
  putInPlace(site, folder)
  return {
    ok: true,
    folder,
    buildId: exported.buildId,
    rowCounts: exported.rowCounts,
    pages: countPages(folder),
    isRecompiled,
    seconds: (performance.now() - started) / 1000,
  }
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
