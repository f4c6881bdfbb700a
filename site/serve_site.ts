import { createReadStream, existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { DataPaths } from '../warehouse/data_paths.ts'
import { type Marts, openMarts } from '../warehouse/open_marts.ts'
import { healthNow } from './health_now.ts'
import { matchPage, smallPage } from './match_page.ts'
import { resolvePage } from './resolve_page.ts'
import { securityHeaders } from './security_headers.ts'
import { sitePaths } from './site_paths.ts'

export type SiteServer = { url: string; close: () => Promise<void> }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.arrow': 'application/vnd.apache.arrow.stream',
  '.parquet': 'application/vnd.apache.parquet',
  '.duckdb': 'application/octet-stream',
}

/** Files whose name holds a hash of what is in them. */
const neverChanges = /^\/(_app\/immutable\/|api\/prerendered_queries\/|data\/fullhold\/)/
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.arrow', '.webmanifest'])
/** An evening whose last round is older than this is over. */
const liveMilliseconds = 60 * 60 * 1000

/**
 * Serves the site of a data folder, the marts as a file, /health.json, /live.json and /r/<key>. Reads only; a site or marts that are exchanged meanwhile
 * are seen with the next request. `port` 0 takes a free one. Rejects when the address cannot be used.
 */
export async function serveSite(paths: DataPaths, { host, port }: { host: string; port: number }): Promise<SiteServer> {
  let marts: Marts | undefined
  const currentMarts = () => {
    marts ??= openMarts(paths.marts)
    return marts
  }
  const server = createServer((request, response) => {
    answer(paths, currentMarts, request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else sendText(response, 500, smallPage('Something went wrong', '<p>The page could not be read. Try again.</p>'))
    })
  })
  await listen(server, host, port)
  const address = server.address()
  const openPort = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${openPort}/`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await marts?.[Symbol.asyncDispose]()
    },
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function answer(paths: DataPaths, marts: () => Marts | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return sendText(response, 405, smallPage('This server only reads', '<p>Use GET.</p>'))
  }
  const path = decodedPath(request.url ?? '/')
  if (path === undefined) return sendText(response, 400, smallPage('This is no address', '<p><a href="/">Home</a></p>'))
  const site = existsSync(sitePaths(paths).site) ? realpathSync(sitePaths(paths).site) : sitePaths(paths).site
  if (path === '/health.json') return sendJson(response, await healthNow(paths, marts(), site))
  if (path === '/live.json') return sendJson(response, await liveNow(marts()))
  if (path === '/marts.duckdb') return sendFile(request, response, paths.marts, path)
  if (path.startsWith('/r/')) return await sendResolved(marts(), site, path.slice(3).replace(/\/$/, ''), response)
  const file = fileOf(site, path) ?? olderFileOf(paths, path)
  if (file === undefined && isFolder(join(site, path))) return redirect(response, 301, `${encodeURI(path)}/`)
  if (file === undefined) return await sendMissing(marts(), site, path, response)
  return sendFile(request, response, file, path)
}

/** The path of a request, decoded; undefined when it is malformed or tries to leave the site. */
function decodedPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://site').pathname)
    return path.includes('\0') || path.includes('\\') || path.split('/').includes('..') ? undefined : path
  } catch {
    return undefined
  }
}

function fileOf(site: string, path: string): string | undefined {
  const file = normalize(join(site, path.endsWith('/') ? `${path}index.html` : path))
  return file.startsWith(`${site}${sep}`) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined
}

/** What a page of the site before this one may still ask for: only files whose name holds their hash. */
function olderFileOf(paths: DataPaths, path: string): string | undefined {
  if (!neverChanges.test(path)) return undefined
  const { sites } = sitePaths(paths)
  const folders = existsSync(sites) ? readdirSync(sites).filter((name) => !name.endsWith('.next')) : []
  return folders.map((name) => fileOf(join(sites, name), path)).find((file) => file !== undefined)
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

async function sendResolved(marts: Marts | undefined, site: string, key: string, response: ServerResponse): Promise<void> {
  const found = key === '' ? undefined : await marts?.read((database) => resolvePage(database, key))
  if (!found)
    return sendText(
      response,
      404,
      smallPage(
        'No round is known as this',
        '<p>The key is unknown, or it belongs to several rounds. <a href="/matches/">All matches</a></p>',
      ),
    )
  if (found.kind === 'session') return redirect(response, 302, `/sessions/${found.sessionId}/`)
  const anchor = found.kind === 'round' ? `#half-${found.roundId}` : ''
  const page = `/matches/${found.matchId}/`
  if (fileOf(site, page)) return redirect(response, 302, `${page}${anchor}`)
  if (isKnownToSite(site, found.matchId)) return redirect(response, 302, `/matches/older/?match=${found.matchId}`)
  return await sendMissing(marts, site, page, response)
}

/** Whether the tables of the site know the map: its list of matches says so. */
function isKnownToSite(site: string, matchId: string): boolean {
  const file = join(site, 'data/older.json')
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as string[]).includes(matchId)
}

/** A page that the site does not have: a small one from the marts where they know the map, else 404. */
async function sendMissing(marts: Marts | undefined, site: string, path: string, response: ServerResponse): Promise<void> {
  const matchId = /^\/matches\/([0-9a-f]{16})\/$/.exec(path)?.[1]
  const page = matchId === undefined ? undefined : await marts?.read((database) => matchPage(database, matchId))
  if (page !== undefined) return sendText(response, 200, page)
  if (!existsSync(site))
    return sendText(
      response,
      503,
      smallPage('There is no site yet', '<p>For whoever runs this: <code>fullhold reports</code> makes it.</p>'),
    )
  sendText(
    response,
    404,
    smallPage('This page is not here', '<p>The site was made before it, or the address is wrong. <a href="/">Home</a></p>'),
  )
}

/** The evenings in progress; `is_current` is false once the last round lies an hour back by this server's clock. */
async function liveNow(marts: Marts | undefined): Promise<{ sessions: unknown[] }> {
  const rows = (await marts?.read((database) => database.selectFrom('rpt_live_pages').selectAll().orderBy('server').execute())) ?? []
  const sessions = rows.map((row) => ({
    ...row,
    link: `/sessions/${row.session_id}/`,
    updated_text: `${row.last_round_ended_at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    is_current: Date.now() - row.last_round_ended_at.getTime() < liveMilliseconds,
  }))
  return { sessions }
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: string, path: string): void {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile()) {
    sendText(response, 404, smallPage('This file is not here', '<p>Nothing is published yet. <a href="/">Home</a></p>'))
    return
  }
  const ending = extname(file)
  const isPage = ending === '.html'
  const isFixed = neverChanges.test(path)
  const etag = `"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}-${stats.ino.toString(36)}"`
  const headers: Record<string, string> = {
    ...securityHeaders(isPage ? readFileSync(file, 'utf8') : undefined),
    'content-type': types[ending] ?? 'application/octet-stream',
    'cache-control': isFixed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
  }
  // a worker obeys the policy of its own script
  if (ending === '.js')
    headers['content-security-policy'] =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"
  if (path === '/marts.duckdb') headers['content-disposition'] = 'attachment; filename="marts.duckdb"'
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  if (request.headers.range === undefined) {
    const packed = packedFile(request, file, ending)
    if (packed !== undefined) {
      headers['content-encoding'] = 'gzip'
      headers.vary = 'accept-encoding'
      sendBody(request, response, 200, headers, packed)
      return
    }
  }
  sendBytes(request, response, headers, file, stats)
}

/** The file with gzip, where the reader takes it and it shrinks: the copy beside it, or made now. */
function packedFile(request: IncomingMessage, file: string, ending: string): Buffer | undefined {
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return undefined
  if (existsSync(`${file}.gz`)) return readFileSync(`${file}.gz`)
  return compressible.has(ending) ? gzipSync(readFileSync(file), { level: 5 }) : undefined
}

/** The whole file, or the one range that is asked for. */
function sendBytes(request: IncomingMessage, response: ServerResponse, headers: Record<string, string>, file: string, stats: Stats): void {
  headers['accept-ranges'] = 'bytes'
  const asked = /^bytes=(\d*)-(\d*)$/.exec(String(request.headers.range ?? ''))
  let start = 0
  let end = stats.size - 1
  if (asked && (asked[1] !== '' || asked[2] !== '')) {
    start = asked[1] === '' ? Math.max(0, stats.size - Number(asked[2])) : Number(asked[1])
    end = asked[1] !== '' && asked[2] !== '' ? Math.min(Number(asked[2]), end) : end
    if (start > end) {
      response.writeHead(416, { ...headers, 'content-range': `bytes */${stats.size}` }).end()
      return
    }
    headers['content-range'] = `bytes ${start}-${end}/${stats.size}`
  }
  headers['content-length'] = String(Math.max(0, end - start + 1))
  response.writeHead(headers['content-range'] ? 206 : 200, headers)
  if (request.method === 'HEAD' || stats.size === 0) {
    response.end()
    return
  }
  pipeline(createReadStream(file, { start, end }), response, () => {})
}

function sendBody(request: IncomingMessage, response: ServerResponse, status: number, headers: Record<string, string>, body: Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': String(body.length) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function sendText(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { ...securityHeaders(html), 'content-type': types['.html']!, 'cache-control': 'no-store' }).end(html)
}

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { ...securityHeaders(undefined), 'content-type': types['.json']!, 'cache-control': 'no-store' })
    .end(JSON.stringify(value))
}

function redirect(response: ServerResponse, status: number, to: string): void {
  response.writeHead(status, { ...securityHeaders(undefined), location: to, 'cache-control': 'no-store' }).end()
}
