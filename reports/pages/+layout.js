// What Evidence's own layout does, less what this site does not need: the tables are opened only by a page that asks them something in the browser.
import { browser, building, dev } from '$app/environment'
import { setTrackProxy } from '@evidence-dev/sdk/usql'
import {
  arrowTableToJSON,
  initDB,
  query as ask,
  setParquetURLs,
  tableFromIPC,
  updateSearchPath,
} from '@evidence-dev/universal-sql/client-duckdb'
import md5 from 'blueimp-md5'

export const ssr = !dev
// a warehouse without evenings has no page of an evening, and that is fine
export const prerender = 'auto'
export const trailingSlash = 'always'

/** A file of the built data: from the disk while the site is made, from the site in a browser. */
async function readData(fetch, name) {
  if (browser) return await (await fetch(`/data/${name}`)).json()
  const { readFile } = await import('node:fs/promises')
  return JSON.parse(await readFile(`./static/data/${name}`, 'utf8'))
}

async function openTables() {
  const { renderedFiles } = await readData(globalThis.fetch, 'manifest.json')
  await initDB()
  await setParquetURLs(renderedFiles)
  await updateSearchPath(Object.keys(renderedFiles))
}

let opened
const tables = () => {
  opened ??= openTables()
  return opened
}

async function readPrerendered(routeHash, paramsHash, fetch) {
  const answer = await fetch(`/api/${routeHash}/${paramsHash}/all-queries.json`)
  if (!answer.ok) return {}
  const entries = Object.entries(await answer.json()).map(async ([name, hash]) => {
    const table = await fetch(`/api/prerendered_queries/${hash}.arrow`)
    return table.ok ? [name, arrowTableToJSON(await tableFromIPC(new Uint8Array(await table.arrayBuffer())))] : undefined
  })
  return Object.fromEntries((await Promise.all(entries)).filter(Boolean))
}

const firstPasses = new Map()

let files

/** Tells who makes the site something about a page: which answers belong to it, or that a query of it failed (site/page_record.ts). */
function note(file, fact) {
  files.appendFileSync(`./.evidence-queries/${file}.jsonl`, `${JSON.stringify(fact)}\n`)
}

export async function load({ fetch, route, params, url }) {
  const routeHash = md5(route.id)
  const paramsHash = md5(
    Object.entries(params)
      .sort()
      .map(([key, value]) => `${key}\x1F${value}`)
      .join('\x1E'),
  )
  const { inputs = setTrackProxy({ label: '', value: '(select null where 0)' }) } = firstPasses.get(url.pathname) ?? {}
  const isFirstPass = firstPasses.has(url.pathname)
  // a page is rendered twice while it is built: the first pass finds out what it asks
  if ((dev || building) && !browser && !isFirstPass) {
    firstPasses.set(url.pathname, { inputs })
    await fetch(url)
    firstPasses.delete(url.pathname)
  }
  if (!browser) await tables()
  if (building && !browser) {
    files ??= await import('node:fs')
    note('pages', { path: url.pathname, answers: `${routeHash}/${paramsHash}`, hasKey: Object.keys(params).length > 0 })
  }
  const [site, data] = await Promise.all([
    readData(fetch, 'site.json'),
    browser && !dev ? readPrerendered(routeHash, paramsHash, fetch) : {},
  ])

  function query(sql, { query_name, callback = (rows) => rows } = {}) {
    if (browser) return tables().then(() => ask(sql)).then(callback)
    try {
      return callback(ask(sql, { route_hash: routeHash, additional_hash: paramsHash, query_name, prerendering: building }))
    } catch (error) {
      // a page shows a failed query as no rows, so it is told here
      if (building) note('failures', { path: url.pathname, query: query_name, message: error.message })
      throw error
    }
  }

  return {
    __db: { query, load: tables, updateParquetURLs: async () => {} },
    inputs,
    data,
    site,
    customFormattingSettings: { customFormats: [] },
    isUserPage: true,
    evidencemeta: { queries: [] },
    pagesManifest: {},
  }
}
