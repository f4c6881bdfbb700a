import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SiteServer, serveSite } from '../../site/serve_site.ts'
import { sitePaths } from '../../site/site_paths.ts'
import type { DataPaths } from '../../warehouse/data_paths.ts'
import { openMarts } from '../../warehouse/open_marts.ts'
import type { BuiltWarehouse } from '../warehouse/built_warehouse.ts'

/** The tests of the server on the marts of a warehouse with evenings. Its site is one of three files: what a server does does not depend on what stands in them. */
export function testServer(built: () => BuiltWarehouse): void {
  describe('the server', () => {
    let warehouse: BuiltWarehouse
    let paths: DataPaths
    let server: SiteServer
    let known: { match_id: string; round_id: string; short_key: string; stats_file_name: string; session_id: string }

    beforeAll(async () => {
      warehouse = built()
      const folder = join(warehouse.paths.folder, 'bare')
      mkdirSync(folder)
      paths = { ...warehouse.paths, folder }
      const rows = await warehouse.rows(
        'select * from marts.fct_rounds where session_id is not null and stats_file_name is not null order by order_at limit 1',
      )
      known = rows[0] as typeof known
      const { sites, site: link } = sitePaths(paths)
      const site = join(sites, 'site-one')
      mkdirSync(join(site, '_app/immutable'), { recursive: true })
      mkdirSync(join(site, 'matches', known.match_id), { recursive: true })
      mkdirSync(join(site, 'data'), { recursive: true })
      writeFileSync(join(site, 'index.html'), '<!doctype html><title>home</title><script>window.started = 1</script><p>home</p>')
      writeFileSync(join(site, 'matches', known.match_id, 'index.html'), '<!doctype html><title>match</title>')
      writeFileSync(join(site, '_app/immutable/start.a1b2.js'), 'export const started = true\n'.repeat(100))
      writeFileSync(join(site, 'data/older.json'), '[]')
      symlinkSync(join('sites', 'site-one'), link)
      server = await serveSite(paths, { host: '127.0.0.1', port: 0 })
    })
    afterAll(() => server?.close())

    const get = (path: string, options: RequestInit = {}) => fetch(new URL(path, server.url), { redirect: 'manual', ...options })

    test('a page may load from this server alone and run only the scripts that were written into it', async () => {
      const answer = await get('/')
      const policy = answer.headers.get('content-security-policy')!
      expect(policy).toMatch(/default-src 'none'/)
      expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[A-Za-z0-9+/=]+'(;|$)/)
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'|https?:|\*/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      })
    })

    test('pages are asked for anew and answered with 304, files with a hash in their name are kept for a year', async () => {
      const page = await get('/')
      expect(page.headers.get('cache-control')).toBe('no-cache')
      const again = await get('/', { headers: { 'if-none-match': page.headers.get('etag')! } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      const script = await get('/_app/immutable/start.a1b2.js')
      expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(script.headers.get('content-encoding')).toBe('gzip')
      expect(await script.text()).toContain('started = true')
    })

    test('ranges give parts of a file', async () => {
      const whole = Buffer.from(await (await get('/marts.duckdb')).arrayBuffer())
      expect(whole.equals(readFileSync(warehouse.paths.marts))).toBe(true)
      const part = await get('/marts.duckdb', { headers: { range: 'bytes=8-11' } })
      expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 8-11/${whole.length}`, 'DUCK'])
      expect((await get('/marts.duckdb', { headers: { range: `bytes=${whole.length}-` } })).status).toBe(416)
      const head = await get('/marts.duckdb', { method: 'HEAD' })
      expect([head.headers.get('content-length'), head.headers.get('content-disposition')]).toEqual([
        String(whole.length),
        'attachment; filename="marts.duckdb"',
      ])
    })

    test('what was downloaded opens as the marts', async () => {
      const copy = join(paths.folder, 'copy.duckdb')
      writeFileSync(copy, Buffer.from(await (await get('/marts.duckdb')).arrayBuffer()))
      await using marts = openMarts(copy)
      const rows = await marts!.read((database) => database.selectFrom('meta_build').select('build_id').execute())
      expect(rows.length).toBe(1)
    })

    test('a key of a round, by id, short key or file name, leads to the round on the page of its map', async () => {
      for (const key of [known.round_id, known.short_key, known.stats_file_name, known.stats_file_name.toUpperCase()]) {
        const answer = await get(`/r/${encodeURIComponent(key)}`)
        expect([answer.status, answer.headers.get('location')]).toEqual([
          302,
          expect.stringMatching(`^/matches/${known.match_id}/(#half-${known.round_id})?$`),
        ])
      }
      const session = await get(`/r/${known.session_id}`)
      expect(session.headers.get('location')).toBe(`/sessions/${known.session_id}/`)
    })

    test('a map that is newer than the site has a small page from the marts, whose names stay text', async () => {
      const [other] = await warehouse.rows(
        `select * from marts.rpt_match_pages where match_id <> '${known.match_id}' and is_counted order by match_id limit 1`,
      )
      const answer = await get(`/r/${other!.match_id}`)
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(html).toContain(String(other!.map_title))
      expect(html).toContain(String(other!.confidence_sentence))
      expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/)
      expect(
        html.replaceAll(/<\/?(!doctype|html|head|meta|title|style|body|main|h1|h2|p|b|a|table|thead|tbody|tr|th|td|script)\b[^>]*>/g, ''),
      ).not.toContain('<')
    })

    test('what leads nowhere, and what tries to leave the site, is said plainly', async () => {
      expect((await get('/r/no-such-round')).status).toBe(404)
      expect((await get('/r/')).status).toBe(404)
      expect((await get('/nothing/')).status).toBe(404)
      expect((await get('/matches')).headers.get('location')).toBe('/matches/')
      for (const path of [
        '/../warehouse.duckdb',
        '/..%2fwarehouse.duckdb',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/_app/..%5c..%5cwarehouse.duckdb',
        '/%00',
        '/%ff',
      ])
        expect([path, [400, 404].includes(await statusOf(path))]).toEqual([path, true])
      expect((await get('/', { method: 'POST' })).status).toBe(405)
    })

    /** The status of a request whose path is sent as it is; fetch would clean it. */
    function statusOf(path: string): Promise<number> {
      const { hostname, port } = new URL(server.url)
      return new Promise((resolve, reject) => {
        const socket = connect(Number(port), hostname, () =>
          socket.end(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`),
        )
        let text = ''
        socket.on('data', (chunk) => {
          text += chunk
        })
        socket.on('end', () => resolve(Number(text.slice(9, 12))))
        socket.on('error', reject)
      })
    }

    test('health tells whether the site is of the build that is published', async () => {
      const [build] = await warehouse.rows('select build_id from marts.meta_build')
      const stale = await (await get('/health.json')).json()
      expect(stale).toMatchObject({ status: 'stale_site', build_id: build!.build_id, site_build_id: null, run: null })
      writeFileSync(join(sitePaths(paths).site, 'data/site.json'), JSON.stringify({ build_id: build!.build_id }))
      writeFileSync(join(paths.folder, 'status.json'), JSON.stringify({ phase: 'waiting' }))
      expect(await (await get('/health.json')).json()).toMatchObject({ status: 'ok', run: { phase: 'waiting' } })
    })

    test('the live card is empty when no evening is played', async () => {
      expect(await (await get('/live.json')).json()).toEqual({ sessions: [] })
    })

    test('a folder without marts and site is served as such, not as an error', async () => {
      const nothing = await serveSite(
        { ...warehouse.paths, folder: join(warehouse.paths.folder, 'nothing'), marts: join(warehouse.paths.folder, 'nothing.duckdb') },
        { host: '127.0.0.1', port: 0 },
      )
      const home = await fetch(nothing.url)
      expect([home.status, await home.text()]).toEqual([503, expect.stringContaining('fullhold reports')])
      expect(await (await fetch(`${nothing.url}health.json`)).json()).toMatchObject({ status: 'nothing_published' })
      expect(await (await fetch(`${nothing.url}live.json`)).json()).toEqual({ sessions: [] })
      expect((await fetch(`${nothing.url}marts.duckdb`)).status).toBe(404)
      await nothing.close()
    })
  })
}
