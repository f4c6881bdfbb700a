import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { escapedHtml } from './escaped_html.ts'
import type { PageTables } from './page_tables.ts'
import type { SitePaths } from './site_paths.ts'

/**
 * A page of the site: what it asked when it was made, a fingerprint of what that gave (null when it has to be made anew in any case), the folder of
 * its answers below `api/`, and whether it is the page of a key, which goes when the key goes.
 */
export type MadePage = { queries: string[]; fingerprint: string | null; answers: string; hasKey: boolean }

export type PageRecord = Record<string, MadePage>

const recordSchema = z.record(
  z.string(),
  z.object({ queries: z.array(z.string()), fingerprint: z.string().nullable(), answers: z.string(), hasKey: z.boolean() }),
)
const notedSchema = z.object({ path: z.string(), answers: z.string(), hasKey: z.boolean() })
const failedSchema = z.object({ path: z.string(), query: z.string().default('without a name'), message: z.string() })
const askedSchema = z.record(z.string(), z.object({ sql_string: z.string() }))

const recordFile = (site: SitePaths) => join(site.work, 'pages.json')
const queriesFolder = (site: SitePaths) => join(site.template, '.evidence-queries')
const fileOf = (path: string) => join(path.slice(1), 'index.html')

/** The pages of the work folder, by path; empty when nothing is known of them. */
export function readPageRecord(site: SitePaths): PageRecord {
  const file = recordFile(site)
  return existsSync(file) ? recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

/** Exchanges the record in one step. */
export function writePageRecord(site: SitePaths, record: PageRecord): void {
  mkdirSync(site.work, { recursive: true })
  const file = recordFile(site)
  writeFileSync(`${file}.next`, JSON.stringify(record))
  renameSync(`${file}.next`, file)
}

/** The pages as they are while they are made: a build that is killed leaves none of them believed and none forgotten. */
export function doubted(pages: PageRecord): PageRecord {
  return Object.fromEntries(Object.entries(pages).map(([path, page]) => [path, { ...page, fingerprint: null }]))
}

/** The pages of a record that would come out the same from the data that lies there now. */
export async function unchangedPages(record: PageRecord, tables: PageTables): Promise<PageRecord> {
  const unchanged: PageRecord = {}
  for (const [path, page] of Object.entries(record))
    if (page.fingerprint !== null && (await tables.fingerprint(page.queries)) === page.fingerprint) unchanged[path] = page
  return unchanged
}

/** What was just made: the pages that noted themselves while they were rendered (reports/pages/+layout.js), with what they asked. */
export async function recordMadePages(site: SitePaths, tables: PageTables): Promise<PageRecord> {
  const folder = queriesFolder(site)
  const notes = join(folder, 'pages.jsonl')
  const record: PageRecord = {}
  if (!existsSync(notes)) return record
  for (const line of new Set(readFileSync(notes, 'utf8').split('\n').filter(Boolean))) {
    const { path, answers, hasKey } = notedSchema.parse(JSON.parse(line))
    const asked = join(folder, 'cache', answers, '_queries.json')
    const queries = existsSync(asked)
      ? Object.values(askedSchema.parse(JSON.parse(readFileSync(asked, 'utf8')))).map((query) => query.sql_string)
      : []
    record[path] = { queries, fingerprint: (await tables.fingerprint(queries)) ?? null, answers, hasKey }
  }
  return record
}

/** The first query that failed while pages were made, as a sentence; undefined when none did. */
export function failedQuery(site: SitePaths): string | undefined {
  const notes = join(queriesFolder(site), 'failures.jsonl')
  if (!existsSync(notes)) return undefined
  const [first] = readFileSync(notes, 'utf8').split('\n')
  const { path, query, message } = failedSchema.parse(JSON.parse(first!))
  return `query ${query} of page ${path} failed: ${message}`
}

/** Forgets what pages noted and asked while they were made before. */
export function clearNotes(site: SitePaths): void {
  rmSync(queriesFolder(site), { recursive: true, force: true })
  mkdirSync(queriesFolder(site), { recursive: true })
}

/** Removes the pages that are not kept, so that only those and what is made now are served. */
export function removePagesExcept(output: string, kept: PageRecord): void {
  const pages = join(output, 'prerendered/pages')
  if (!existsSync(pages)) return
  const files = new Set(Object.keys(kept).map(fileOf))
  for (const name of readdirSync(pages, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('index.html') && !files.has(name)) rmSync(join(pages, name))
}

/** Removes the answers to queries of pages that are no longer there. */
export function removeUnaskedAnswers(output: string, record: PageRecord): void {
  const api = join(output, 'prerendered/dependencies/api')
  if (!existsSync(api)) return
  const folders = new Set(Object.values(record).map(({ answers }) => join(answers, 'all-queries.json')))
  const hashes = new Set<string>()
  const names = readdirSync(api, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((each) => each.endsWith('all-queries.json'))) {
    const file = join(api, name)
    if (folders.has(name)) for (const hash of Object.values(JSON.parse(readFileSync(file, 'utf8')))) hashes.add(`${hash}.arrow`)
    else rmSync(dirname(file), { recursive: true, force: true })
  }
  for (const name of names.filter((each) => each.endsWith('.arrow')))
    if (!hashes.has(name.slice(name.lastIndexOf('/') + 1))) rmSync(join(api, name), { force: true })
}

/** Says in the frame of every page what the site now speaks of: pages that were kept bear an older sentence. */
export function stampPages(output: string, facts: Record<string, string>): void {
  const pages = join(output, 'prerendered/pages')
  for (const name of readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('index.html'))) {
    const html = readFileSync(join(pages, name), 'utf8')
    const stamped = html.replace(/(<span data-site="(\w+)">)[^<]*(<\/span>)/g, (whole, before, fact, after) =>
      facts[fact] === undefined ? whole : `${before}${escapedHtml(facts[fact])}${after}`,
    )
    if (stamped !== html) writeFileSync(join(pages, name), stamped)
  }
}
