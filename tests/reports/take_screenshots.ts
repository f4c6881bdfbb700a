// Takes the pictures of docs/screenshots from the site of a data folder. Usage: npm run screenshots -- <data folder> [<folder for the pictures>]
import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { serveSite } from '../../site/serve_site.ts'
import { sitePaths } from '../../site/site_paths.ts'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { startChromium } from '../peers/chromium.ts'

const paths = dataPaths(process.argv[2] ?? 'data/demo')
const folder = resolve(process.argv[3] ?? join(projectFolder, 'docs/screenshots'))
const { site } = sitePaths(paths)
const firstOf = (part: string) => `/${part}/${readdirSync(join(site, part)).filter((name) => !/^(index|older|compare)/.test(name))[0]}/`

const pages = [
  { name: 'tonight', path: '/', size: 'desktop', theme: 'light' },
  { name: 'tonight-phone', path: '/', size: 'phone', theme: 'dark' },
  { name: 'session', path: firstOf('sessions'), size: 'desktop', theme: 'light' },
  { name: 'match', path: firstOf('matches'), size: 'desktop', theme: 'dark' },
  { name: 'match-phone', path: firstOf('matches'), size: 'phone', theme: 'light' },
  { name: 'player', path: firstOf('players'), size: 'desktop', theme: 'light' },
  { name: 'map-phone', path: firstOf('maps'), size: 'phone', theme: 'light' },
  { name: 'clocks', path: '/stopwatch/#timing', size: 'desktop', theme: 'light' },
  { name: 'evidence', path: `${firstOf('matches')}#evidence`, size: 'desktop', theme: 'light' },
  { name: 'health', path: '/health/', size: 'desktop', theme: 'light' },
] as const

mkdirSync(folder, { recursive: true })
const server = await serveSite(paths, { host: '127.0.0.1', port: 0 })
const browser = await startChromium()
for (const { name, path, size, theme } of pages) {
  const viewport = size === 'phone' ? { width: 390, height: 844 } : { width: 1180, height: 900 }
  const context = await browser.newContext({ viewport, colorScheme: theme, deviceScaleFactor: 1 })
  const page = await context.newPage()
  await page.goto(new URL(path, server.url).href, { waitUntil: 'networkidle' })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: process.argv[4] === '--whole' })
  await context.close()
}
await browser.close()
await server.close()
