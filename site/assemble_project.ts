import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { projectFolder } from '../warehouse/dbt.ts'
import { readGlossary } from './read_glossary.ts'
import { reportsFolder, type SitePaths } from './site_paths.ts'

/** What a site is made of besides its data. */
const parts = ['pages', 'components', 'static', 'app.css', 'evidence.config.yaml', 'package.json', 'package-lock.json']

/** Parts of Evidence's template that show raw tables or settings, or that our layout does not ask for. */
const leftOut = [
  'explore',
  'settings',
  'api/settings.json',
  'api/pagesManifest.json',
  'api/customFormattingSettings.json',
  'api/[...route]',
]

/** sha256 over pages, components, style, packages and the words of the glossary: while it stays, compiled pages can be used again. */
export function shellFingerprint(): string {
  const hash = createHash('sha256')
  for (const file of parts.flatMap((part) => filesBelow(join(reportsFolder, part))))
    hash.update(relative(reportsFolder, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.update(JSON.stringify(readGlossary(projectFolder))).digest('hex')
}

/** Lays out the Evidence project afresh in `work`: our parts, Evidence's template below them, the reports' packages as a link. */
export function assembleProject({ work, template }: SitePaths): void {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(template, { recursive: true })
  for (const part of parts) cpSync(join(reportsFolder, part), join(work, part), { recursive: true })
  writeFileSync(join(work, 'components', 'glossary.json'), JSON.stringify(readGlossary(projectFolder)))
  symlinkSync(join(reportsFolder, 'node_modules'), join(work, 'node_modules'))
  writeFileSync(join(work, 'svelte.config.js'), svelteConfig)
  cpSync(join(reportsFolder, 'node_modules/@evidence-dev/evidence/template'), template, { recursive: true })
  for (const part of leftOut) rmSync(join(template, 'src/pages', part), { recursive: true, force: true })
  for (const file of filesBelow(join(work, 'pages')))
    copyPage(relative(join(work, 'pages'), file), join(work, 'pages'), join(template, 'src/pages'))
  cpSync(join(work, 'static'), join(template, 'static'), { recursive: true })
  cpSync(join(work, 'app.css'), join(template, 'src/app.css'))
}

/** `index.md` is the page of its folder, `name.md` that of a folder of its own. */
function copyPage(path: string, from: string, to: string): void {
  const target = path.endsWith('index.md') ? path.replace(/index\.md$/, '+page.md') : path.replace(/(?<!\+page)\.md$/, '/+page.md')
  mkdirSync(dirname(join(to, target)), { recursive: true })
  cpSync(join(from, path), join(to, target))
}

// the pages are named by data, so that those with a key are made whether or not a list links to them
const svelteConfig = `import { readFileSync } from 'node:fs'
const { crawl, entries } = JSON.parse(readFileSync('./static/entries.json', 'utf8'))
export default {
  kit: { prerender: { crawl, entries }, adapter: { name: 'none', adapt() {} } },
}
`

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
