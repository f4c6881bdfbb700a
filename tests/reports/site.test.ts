import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { exportSources } from '../../site/export_sources.ts'
import { type SiteServer, serveSite } from '../../site/serve_site.ts'
import { reportsFolder, sitePaths } from '../../site/site_paths.ts'
import { startChromium } from '../peers/chromium.ts'
import { offeredSeason } from '../season/simulated_files.ts'
import type { BuiltWarehouse, Row } from '../warehouse/built_warehouse.ts'
import { buildFrom, buildRealFiles, realData, startWarehouse } from '../warehouse/built_warehouse.ts'
import { buildHostileSeason, hostileNames, installReports, remakeSiteOf, siteOf } from './built_site.ts'
import { testServer } from './server_tests.ts'
import { inTabs, type Opened, openPage, type Visit, visitPages, widerThanPhone } from './visit_pages.ts'

let warehouse: BuiltWarehouse
let server: SiteServer
let browser: Browser
let context: BrowserContext
let site: string
let visits: Map<string, Visit>

beforeAll(async () => {
  installReports()
  warehouse = await buildHostileSeason()
  await siteOf(warehouse)
  site = sitePaths(warehouse.paths).site
  server = await serveSite(warehouse.paths, { host: '127.0.0.1', port: 0 })
  browser = await startChromium()
  context = await browser.newContext({ viewport: { width: 1180, height: 800 } })
  const ofEachKind = new Set(kindsOfPages())
  visits = await visitPages(browser, server.url, allPages(), (path) => ofEachKind.has(path))
}, 1_500_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
  warehouse?.remove()
})

/** Every page of the site as an address. */
function allPages(folder = site): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => `/${name.slice(0, -'index.html'.length)}`)
    .sort()
}

/** One page of each kind: pages with a key are of one kind in each section. */
function kindsOfPages(pages = allPages()): string[] {
  return [
    ...new Map(
      pages.map((path) => [path.replace(/^\/(sessions|matches|maps|players)\/(?!older|compare)[^/]+\/$/, '/$1/*/'), path]),
    ).values(),
  ]
}

/** Opens a page in a tab of the browser that has been here before. */
async function open(path: string): Promise<Opened & { close: () => Promise<void> }> {
  const opened = await openPage(context, server.url, path)
  return { ...opened, close: () => opened.page.close() }
}

const visited = () => [...visits.values()]
const textOf = (page: Page) => page.locator('main').innerText()

test('every page opens without a console error, a failed request, or a request to another host', () => {
  expect(visits.size).toBeGreaterThan(30)
  expect(visited().flatMap(({ troubles }) => troubles)).toEqual([])
})

test('no page says undefined, NaN or null', () => {
  // these two explain what null means
  const others = visited().filter(({ path }) => !['/ask/', '/glossary/'].includes(path))
  expect(others.filter(({ text }) => /\b(undefined|NaN|null)\b/.test(text)).map(({ path }) => path)).toEqual([])
})

test('no link leads nowhere', async () => {
  const links = new Set<string>()
  for (const path of allPages()) {
    const html = readFileSync(join(site, path, 'index.html'), 'utf8')
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) if (href!.startsWith('/')) links.add(href!.replaceAll('&amp;', '&'))
  }
  expect(links.size).toBeGreaterThan(50)
  const answers = await inTabs([...links], async (link) => ({
    link,
    status: (await fetch(new URL(link, server.url), { method: 'HEAD' })).status,
  }))
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
})

test('every chart draws something, says its unit and how to read it', () => {
  const charts = visited().flatMap(({ path, charts: found }) => found.map((chart) => ({ path, ...chart })))
  expect(new Set(charts.map(({ title }) => title)).size).toBeGreaterThan(8)
  expect(charts.filter(({ title, marks, words }) => marks === 0 || words.length < 20 || !/\(.+\)/.test(title))).toEqual([])
})

test('a map played shows the winner, the sides and the times of the marts, with its confidence', async () => {
  const matches = await warehouse.rows(
    'select match_id, is_counted, team_a_points, team_b_points, score_confidence from marts.fct_matches order by match_id',
  )
  expect(matches.length).toBeGreaterThan(5)
  for (const match of matches) {
    const { page, close } = await open(`/matches/${match.match_id}/`)
    const text = await textOf(page)
    const rounds = await warehouse.rows(`
      select defender_side_name, winner_side_name, duration_seconds, score_confidence,
          floor(duration_seconds / 60)::integer || ':' || lpad((floor(duration_seconds)::integer % 60)::varchar, 2, '0') as clock
      from marts.fct_rounds where match_id = '${match.match_id}' order by order_at`)
    const heads = await page.locator('h2[id^="half-"]').allInnerTexts()
    expect(heads.length).toBe(rounds.length)
    for (const [index, round] of rounds.entries()) {
      if (round.clock !== null) expect(heads[index]).toContain(String(round.clock))
      if (round.winner_side_name !== null) expect(heads[index]).toContain(`: ${round.winner_side_name} `)
    }
    const leads = await page.locator('section[aria-labelledby^="half-"] .lead').allInnerTexts()
    for (const [index, round] of rounds.entries())
      expect(leads[index]).toMatch(new RegExp(`defended by ${round.defender_side_name ?? 'unavailable \\('}`))
    const board = await page.locator('.scoreboard').innerText()
    if (match.is_counted)
      expect(await page.locator('.board-points').allInnerTexts()).toEqual([String(match.team_a_points), String(match.team_b_points)])
    else expect(board).toMatch(/^Not counted\n+\S.{10,}/)
    expect(text).toMatch(/✔ verified|◔ derived|⚠ sources|– missing/)
    await close()
  }
}, 240_000)

test('an evening shows the score of the marts and names what does not count, with the reason', async () => {
  for (const session of await warehouse.rows('select * from marts.rpt_session_pages order by session_id')) {
    const { page, close } = await open(`/sessions/${session.session_id}/`)
    const text = await textOf(page)
    expect(await page.locator('.board-points').allInnerTexts()).toEqual([String(session.team_a_points), String(session.team_b_points)])
    expect(await page.locator('.scoreboard').innerText()).toContain(`${session.confidence_mark} ${session.confidence_words}`)
    for (const match of await warehouse.rows(
      `select not_counted_sentence from marts.rpt_match_pages where session_id = '${session.session_id}' and not is_counted`,
    ))
      expect(text).toContain(String(match.not_counted_sentence))
    await close()
  }
})

test('the numbers of players are those of the marts', async () => {
  const [best] = await warehouse.rows(`
    select player_id, round(damage_per_minute, 1) as dpm, round(kill_death_ratio, 2) as ratio from marts.rpt_player_periods
    where period = 'all_time' order by damage_per_minute desc limit 1`)
  const { page, close } = await open(`/players/${best!.player_id}/`)
  const facts = await page.locator('dl.facts').innerText()
  expect(facts).toContain(Number(best!.dpm).toFixed(1))
  expect(facts).toContain(Number(best!.ratio).toFixed(2))
  await close()
})

test('what is unknown reads unavailable, with a reason, and never 0', async () => {
  const [orphan] = await warehouse.rows(`select match_id from marts.fct_matches where first_half_round_id is null limit 1`)
  const { page, close } = await open('/matches/')
  const row = page.locator('tr', { has: page.locator(`a[href="/matches/${orphan!.match_id}/"]`) })
  expect(await row.innerText()).toMatch(/unavailable \(.+\)/)
  await close()
})

/** The proximity section of a page. */
const proximityOf = (page: Page) => page.locator('.proximity-section')

/** A card of it by its title. */
const proximityCard = (page: Page, title: string) => proximityOf(page).locator('.card', { has: page.getByRole('heading', { name: title }) })

/** Tooltips of the marks of a chart. */
const tooltipsOf = (chart: Locator) => chart.locator('.mark > title').allTextContents()

test('a round is a timeline and squares of its map: legend, tooltips, units, sample and its label are those of the marts', async () => {
  const rounds = await warehouse.rows(`
    select rounds.*,
        (select count(*) from marts_proximity.fct_proximity_timeline as events where events.round_id = rounds.round_id)::integer as events,
        (select sum(kills) from marts_proximity.rpt_proximity_zones where scope_kind = 'round' and scope_id = rounds.round_id)::integer as zone_kills
    from marts_proximity.fct_proximity_rounds as rounds order by order_at`)
  expect(rounds.length).toBe(7)
  expect(new Set(rounds.map(({ sprint_unavailable_reason: reason }) => reason))).toEqual(new Set([null, 'sprint_never_recorded']))
  for (const id of new Set(rounds.map(({ match_id }) => match_id))) {
    const { page, troubles, settled, close } = await open(`/matches/${id}/`)
    await settled()
    const halves = rounds.filter(({ match_id }) => match_id === id)
    for (const [place, round] of halves.entries()) {
      expect(await proximityOf(page).locator('h3 + .lead').nth(place).innerText()).toContain(String(round.summary_text))
      await expectTimeline(proximityOf(page).locator('figure.timeline').nth(place), round)
      await expectZones(proximityOf(page).locator('figure.zones').nth(place), round)
    }
    await expectMovement(
      proximityCard(page, 'Movement'),
      halves.every(({ sprint_unavailable_reason: reason }) => reason !== null),
    )
    expect(troubles).toEqual([])
    await close()
  }
}, 120_000)

async function expectTimeline(chart: Locator, round: Row): Promise<void> {
  const told = await tooltipsOf(chart)
  expect(told.length).toBe(round.events)
  expect(told.filter((text) => /^\d+:\d\d .+ killed .+ \((Axis|Allies)\)$/.test(text)).length).toBe(round.zone_kills)
  expect(await chart.locator('figcaption').innerText()).toContain('(minutes since play began)')
  expect(await chart.locator('[aria-label=Legend]').innerText()).toMatch(/Axis[\s\S]*Allies[\s\S]*kill/)
  const sample = new RegExp(`n: ${round.events} events, ${round.tradeable_death_count} deaths.*Sample: ${round.sample_confidence}`)
  expect(await chart.locator('.read').innerText()).toMatch(sample)
}

async function expectZones(chart: Locator, round: Row): Promise<void> {
  const kills = (await tooltipsOf(chart)).map((text) => Number(/: (\d+) kills, \d+ deaths, \S+ s alive$/.exec(text)![1]))
  expect(kills.reduce((sum, each) => sum + each, 0)).toBe(round.zone_kills)
  expect(await chart.locator('figcaption').innerText()).toContain('(kills in squares of 512 × 512 game units)')
  expect(await chart.locator('.read').innerText()).toMatch(
    /n: \d+ kills, \d+ deaths, \d+ minutes alive in 1 round .*Sample: (High|Medium|Low)/,
  )
  await chart.getByRole('button', { name: 'Presence' }).click()
  expect(await chart.locator('figcaption').innerText()).toContain('(seconds alive in squares')
  expect(await chart.locator('[aria-label=Legend] li').count()).toBe(6)
}

/** Sprinting that no tracker saw is unavailable with the reason, and never 0; elsewhere it is a number without a rank. */
async function expectMovement(card: Locator, isBlind: boolean): Promise<void> {
  const text = await card.innerText()
  expect(text).toContain('described, not ranked')
  expect(text).toMatch(/n: \d+ lives\. Sample: (High|Medium|Low)/)
  expect(text.includes('Sprint: unavailable for everybody (the tracker of these rounds could not see sprinting)')).toBe(isBlind)
  expect((await card.locator('td .unavailable').count()) > 0).toBe(isBlind)
  expect(await card.locator('td').allInnerTexts()).not.toContain('0%')
  expect(await card.locator('.rank').count()).toBe(0)
}

test('duos, trades and measures have their cases and their label beside them, and who has no file is told so', async () => {
  const [pair] = await warehouse.rows(
    "select * from marts_proximity.rpt_proximity_pairs where scope_kind = 'session' and place = 1 order by kill_count desc limit 1",
  )
  const { page, close } = await open(`/sessions/${pair!.scope_id}/`)
  const first = await proximityCard(page, 'Duos').locator('tbody tr').first().innerText()
  expect(first).toMatch(new RegExp(`${pair!.kill_count}\\s+${pair!.crossfire_count}\\s+\\d+\\s+${pair!.sample_confidence}$`))
  for (const title of ['Trades', 'Fights and support', 'Duos'])
    expect(await proximityCard(page, title).locator('.read').innerText()).toMatch(/n: \d+ .*Sample: (High|Medium|Low)$/)
  await close()
  const [board] = await warehouse.rows(
    "select * from marts_proximity.rpt_proximity_leaderboards where board = 'escape_rate' and place = 1 limit 1",
  )
  const player = await open(`/players/${board!.player_id}/`)
  const measures = proximityOf(player.page).getByRole('table', { name: 'Proximity measures' })
  expect(await measures.locator('tbody tr').first().innerText()).toMatch(
    new RegExp(`^Escapes\\s+${Number(board!.value).toFixed(1)}\\s+%\\s+${board!.sample_count}\\s+${board!.sample_confidence}\\s+1\\s`),
  )
  const described = proximityOf(player.page).getByRole('table', { name: 'Proximity descriptions' })
  expect(await described.locator('thead').innerText()).not.toContain('Place')
  await player.close()
  const [without] = await warehouse.rows(
    'select match_id from marts.fct_matches where match_id not in (select match_id from marts_proximity.fct_proximity_rounds) limit 1',
  )
  const other = await open(`/matches/${without!.match_id}/`)
  expect(await proximityOf(other.page).innerText()).toContain('Unavailable: no proximity file is linked to this map played.')
  await other.close()
})

test('hostile names stay text', async () => {
  const players = await warehouse.rows('select player_id, player_name from marts.dim_players')
  const hostile = players.filter(({ player_name: name }) => /[<{]/.test(String(name)))
  expect(hostile.length).toBeGreaterThanOrEqual(2)
  expect(players.map(({ player_name: name }) => name)).toContain(hostileNames[0])
  const [session] = await warehouse.rows('select session_id from marts.fct_sessions limit 1')
  for (const path of [
    '/',
    '/players/',
    '/leaderboards/',
    `/sessions/${session!.session_id}/`,
    ...hostile.map(({ player_id: id }) => `/players/${id}/`),
  ]) {
    const { page, close } = await open(path)
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    await close()
  }
  const { page, close } = await open(`/players/${hostile[0]!.player_id}/`)
  expect(await page.locator('h1').innerText()).toBe(hostile[0]!.player_name)
  expect(await page.title()).toContain(String(hostile[0]!.player_name))
  await page.locator('input[type=search]').first().fill(String(hostile[0]!.player_name).slice(0, 4))
  await page.locator('.finder ul a').first().waitFor()
  expect(await page.locator('.finder ul a').first().innerText()).toContain(String(hostile[0]!.player_name))
  await close()
})

test('the clocks of rounds and evenings are those of the marts, and where there is no Lua the reason stands there', async () => {
  const rounds = await warehouse.rows('select * from marts.rpt_timing_pages order by order_at')
  expect(rounds.filter(({ timing_status: status }) => status === 'no_lua').length).toBeGreaterThan(0)
  expect(rounds.filter(({ timing_status: status }) => status === 'aligned').length).toBeGreaterThan(3)
  for (const round of rounds) {
    const expected = [round.timing_words, round.difference_text, round.shown_text, round.lua_text, round.no_lua_sentence].filter(
      (text) => text !== null,
    )
    for (const path of [`/matches/${round.match_id}/`, ...(round.session_id ? [`/sessions/${round.session_id}/`] : []), '/stopwatch/'])
      expect(expected.filter((text) => !visits.get(path)!.text.includes(String(text)))).toEqual([])
  }
  const [session] = await warehouse.rows('select * from marts.rpt_session_timings order by order_at limit 1')
  expect(visits.get(`/sessions/${session!.session_id}/`)!.text).toContain(
    `${session!.with_lua_count} of ${session!.round_count} rounds have a Lua clock; of these ${session!.aligned_count} agree with the file`,
  )
  const [dead] = await warehouse.rows(`
    select match_id, player_name, floor(lua_dead_seconds / 60)::integer || ':' || lpad((floor(lua_dead_seconds)::integer % 60)::varchar, 2, '0') as clock
    from marts.fct_player_round_timings where lua_dead_seconds > 0 order by round_id, player_id limit 1`)
  const { page, close } = await open(`/matches/${dead!.match_id}/`)
  expect(await page.getByRole('region', { name: 'Time dead of each player' }).innerText()).toContain(String(dead!.clock))
  await close()
})

test('a map played lists every arrival about it with file, level, link, reason and hash', async () => {
  const [match] = await warehouse.rows(`select match_id from marts.fct_matches where is_counted order by match_id limit 1`)
  const events = await warehouse.rows(`
    select events.* from marts.fct_round_events as events
    inner join marts.fct_rounds as rounds on rounds.round_id = events.round_id where rounds.match_id = '${match!.match_id}'`)
  const { page, close } = await open(`/matches/${match!.match_id}/`)
  const table = page.getByRole('region', { name: 'Arrivals about this map' })
  const rows = await table.locator('tbody tr').allInnerTexts()
  expect(rows.length).toBe(events.length)
  for (const event of events) {
    const name = String(event.filename ?? event.message_id)
    const row = rows.find((text) => text.includes(name) && text.includes(String(event.source).replaceAll('_', ' ')))
    for (const text of [event.fingerprint_level, event.round_fingerprint, event.confidence, String(event.raw_sha256).slice(0, 12)])
      expect(row).toContain(String(text))
  }
  await close()
})

test('health says how much arrived and was linked, what Lua covers, and that no existing database was compared', async () => {
  const { text } = visits.get('/health/')!
  for (const row of await warehouse.rows('select * from marts.rpt_lua_coverage'))
    expect(text).toContain(`${row.with_lua_count}\t${row.round_count}`)
  for (const row of await warehouse.rows('select * from marts.rpt_unlinked_events')) expect(text).toContain(String(row.sentence))
  for (const row of await warehouse.rows(`select * from marts.rpt_ingest_daily where source <> 'round'`))
    expect(text).toContain(`${row.row_count}\t${row.linked_count}\t${row.unlinked_count}\t${row.defect_count}\t${row.total_row_count}`)
  expect(text).toMatch(/The last full build \(.+\) passed all its tests/)
  expect(text).toContain('None is configured, so nothing was compared')
  expect(visits.get('/health/existing-database/')!.text).toContain('No existing database is configured')
})

test('on a phone nothing but tables scrolls sideways', async () => {
  expect(await widerThanPhone(browser, server.url, kindsOfPages())).toEqual([])
})

test('the menu opens on a phone, and the search finds a map', async () => {
  const phone = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const { page } = await openPage(phone, server.url, '/')
  expect(await page.locator('#sections').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Maps', exact: true }).click()
  await page.waitForURL('**/maps/')
  const [map] = await warehouse.rows('select map_name, map_title from marts.dim_maps order by map_title limit 1')
  await page.locator('.finder input').fill(String(map!.map_title))
  await page.locator('.finder ul a').first().click()
  await page.waitForURL(`**/maps/${map!.map_name}/`)
  await phone.close()
})

test('landmarks, labels and headings are there for who does not see the page', () => {
  const expected = { language: 'en', mains: 1, headings: 1, navigation: 1, footers: 1, unnamed: 0, twice: [], headless: 0 }
  for (const { path, landmarks } of visited()) expect({ path, ...landmarks }).toEqual({ path, ...expected })
})

test('text has a contrast of at least 4.5 to 1 in light and in dark', async () => {
  expect(visited().flatMap(({ weakContrasts }) => weakContrasts)).toEqual([])
  const dark = await browser.newContext({ colorScheme: 'dark' })
  const { page } = await openPage(dark, server.url, '/')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await dark.close()
})

test('tables sort with the keyboard, and a board can be chosen', async () => {
  const { page, close } = await open('/leaderboards/')
  await page.locator('.choose select').first().selectOption('kills')
  const first = await page.locator('tbody tr').first().innerText()
  const header = page.locator('th button').nth(1)
  await header.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
  expect(await page.locator('tbody tr').first().innerText()).not.toBe(first)
  await page.locator('.choose select').first().selectOption('revives')
  expect(await page.locator('thead').innerText()).toContain('revives')
  await close()
})

test('a map without a page of its own is read from the tables', async () => {
  const [match] = await warehouse.rows(`
    select match_id, map_title, first_half_text from marts.rpt_match_pages
    where is_counted and match_id in (select match_id from marts_proximity.fct_proximity_rounds) limit 1`)
  const { page, troubles, close } = await open(`/matches/older/?match=${match!.match_id}`)
  await page.locator('.side-box').first().waitFor({ timeout: 60_000 })
  expect(await page.locator('h1').innerText()).toContain(String(match!.map_title))
  expect(await textOf(page)).toContain(String(match!.first_half_text))
  await proximityOf(page).locator('figure.zones .mark').first().waitFor()
  expect(troubles).toEqual([])
  await close()
  const wrong = await open(`/matches/older/?match=${encodeURIComponent("' or 1=1 --")}`)
  await wrong.page.getByRole('heading', { name: 'Older maps' }).waitFor()
  await wrong.close()
}, 120_000)

test('two players are compared, and the address says which', async () => {
  const [one, other] = await warehouse.rows(
    `select player_id, player_name from marts.rpt_player_periods where period = 'all_time' order by player_id limit 2`,
  )
  const { page, close } = await open(`/players/compare/?one=${one!.player_id}&other=${other!.player_id}`)
  expect(await page.locator('table.compare thead').innerText()).toContain(String(one!.player_name))
  expect(await page.locator('table.compare thead').innerText()).toContain(String(other!.player_name))
  await close()
})

test('the glossary has every term that a table header names, and says formula and unit', async () => {
  const { page, close } = await open('/glossary/')
  const ids = new Set(await page.locator('.term-card').evaluateAll((cards) => cards.map(({ id }) => id)))
  await close()
  const missing = new Set<string>()
  for (const path of allPages())
    for (const [, id] of readFileSync(join(site, path, 'index.html'), 'utf8').matchAll(/href="\/glossary\/#([\w-]+)"/g))
      if (!ids.has(id!)) missing.add(id!)
  expect([...missing]).toEqual([])
  const card = readFileSync(join(site, 'glossary/index.html'), 'utf8')
  expect(card).toMatch(/60 × damage_given ÷ played_seconds/)
  expect(card).toMatch(/hit points per minute/)
})

testServer(() => warehouse)

describe('the sources of the pages', () => {
  const sources = join(reportsFolder, 'sources/fullhold')
  const exported = (from: string, data = mkdtempSync(join(tmpdir(), 'fullhold-exported-'))) =>
    exportSources({ marts: warehouse.paths.marts, sources: from, data, version: '0.0.0' })

  /** The sources with one query replaced. */
  function sourcesWith(name: string, sql: string): string {
    const changed = mkdtempSync(join(tmpdir(), 'fullhold-sources-'))
    cpSync(sources, changed, { recursive: true })
    writeFileSync(join(changed, `${name}.sql`), sql)
    return changed
  }

  test('have exactly the rows of their marts, name every page with a key, and can be read by the version of DuckDB that the pages use', async () => {
    const data = mkdtempSync(join(tmpdir(), 'fullhold-exported-'))
    const { rowCounts, entries } = await exported(sources, data)
    const [counted] =
      await warehouse.rows(`select (select count(*) from marts.fct_player_rounds) as players, (select count(*) from marts.fct_matches) as matches,
      (select count(*) from marts.dim_maps) + (select count(*) from marts.dim_players) + (select count(*) from marts.fct_sessions) as others`)
    expect(rowCounts).toMatchObject({ player_rounds: counted!.players, matches: counted!.matches })
    expect(entries.length).toBe(Number(counted!.matches) + Number(counted!.others))
    const { renderedFiles } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'))
    for (const url of renderedFiles.fullhold) expect(existsSync(join(data, url.replace('static/data/', '')))).toBe(true)
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const reader = await connection.runAndReadAll(
      `select distinct encodings, compression from parquet_metadata('${data}/fullhold/*/*.parquet')`,
    )
    // newer encodings (DELTA_*, BYTE_STREAM_SPLIT) came after the browser's version
    for (const [encodings, compression] of reader.getRows())
      expect(`${encodings} ${compression}`).toMatch(/^(PLAIN|RLE_DICTIONARY|PLAIN_DICTIONARY|RLE|, )+ (SNAPPY|UNCOMPRESSED)$/)
    connection.closeSync()
    instance.closeSync()
  })

  test('fail by name when one leaves rows of its mart out', async () => {
    const changed = sourcesWith('rounds', 'select *\nfrom rpt_round_pages\nwhere round_number = 1\n')
    await expect(exported(changed)).rejects.toThrow(/^source rounds: it has \d+ rows, and its mart rpt_round_pages has \d+$/)
  })

  test('fail by name when the query of one fails', async () => {
    await expect(exported(sourcesWith('maps', 'select nothing_of_this\nfrom dim_maps\n'))).rejects.toThrow(
      /^source maps: the query failed: .*nothing_of_this/,
    )
    await expect(exported(sourcesWith('maps', 'select 1 as one\n'))).rejects.toThrow('source maps: it must select from one mart')
  })

  test('where no proximity is published, or what older code published, its sources have no rows and the columns of their contracts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fullhold-sources-'))
    const older = join(folder, 'older_proximity.duckdb')
    const instance = await DuckDBInstance.create(older)
    const connection = await instance.connect()
    await connection.run('create table meta_proximity_build as select 1 as build_id')
    connection.closeSync()
    instance.closeSync()
    for (const marts of [join(folder, 'no_such_file.duckdb'), older]) {
      const data = mkdtempSync(join(folder, 'data-'))
      const proximity = { marts, sources: join(reportsFolder, 'sources/proximity') }
      const { rowCounts } = await exportSources({ marts: warehouse.paths.marts, sources, proximity, data, version: '0.0.0' })
      const counts = Object.entries(rowCounts).filter(([name]) => name.startsWith('proximity.'))
      expect(counts.map(([, count]) => count)).toEqual(counts.map(() => 0))
      const { renderedFiles } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'))
      expect(renderedFiles.proximity.length).toBe(counts.length)
      const [zones] = renderedFiles.proximity.filter((url: string) => url.endsWith('/zones.parquet'))
      const memory = await DuckDBInstance.create(':memory:')
      const reading = await memory.connect()
      const described = await reading.runAndReadAll(`describe from read_parquet('${join(data, zones.replace('static/data/', ''))}')`)
      expect(described.getRows().map(([name, type]) => `${name} ${type}`)).toEqual(
        expect.arrayContaining(['kills INTEGER', 'presence_seconds DOUBLE', 'square_text VARCHAR']),
      )
      reading.closeSync()
      memory.closeSync()
    }
  })
})

describe('after the last evening', () => {
  /** The pages of the site, by name. Answers beside them are left out: the same rows come in other batches, so that their bytes differ. */
  function pagesOfSite(): Map<string, string> {
    return new Map(allPages().map((path) => [path, readFileSync(join(site, path, 'index.html'), 'utf8')]))
  }

  test('a live build makes anew the pages that it changes and no other, and the site is as if all were made anew', async () => {
    const [before] = await warehouse.rows('select count(*)::integer as matches from marts.fct_matches')
    const season = simulateSeason({ seed: 'later', evenings: 1, mapsPerEvening: 1, firstEvening: '2025-11-20', endstats: 'none' })
    for (const file of offeredSeason(season)) {
      await warehouse.land([file])
      expect(await warehouse.build('live')).toBe('live')
    }
    const built = await siteOf(warehouse)
    // the maps played before are as they were
    expect(built.pages - built.pagesMade).toBeGreaterThanOrEqual(Number(before!.matches))
    const made = pagesOfSite()
    const all = await remakeSiteOf(warehouse)
    expect([all.pages, all.pagesMade, all.isRecompiled]).toEqual([built.pages, built.pages, false])
    const whole = pagesOfSite()
    expect([...made.keys()]).toEqual([...whole.keys()])
    expect([...made].filter(([path, html]) => whole.get(path) !== html).map(([path]) => path)).toEqual([])
    const again = await siteOf(warehouse)
    expect([again.pages, again.pagesMade]).toEqual([built.pages, 0])
  }, 400_000)

  test('every build before the last one is shown as it ended', async () => {
    const builds = await warehouse.rows('select lane, result_text, is_complete from marts.rpt_builds order by started_at')
    expect(builds.length).toBeGreaterThan(2)
    expect(builds.at(-1)).toMatchObject({ lane: 'live', result_text: 'made this page' })
    expect(builds.filter(({ is_complete: isComplete }) => !isComplete)).toEqual([])
  })
})

describe('other amounts of data, with the same compiled pages', () => {
  /** The pages of another warehouse's site, visited. */
  async function visitsOf(other: BuiltWarehouse, isChosen: (path: string) => boolean = () => true): Promise<Map<string, Visit>> {
    const otherServer = await serveSite(other.paths, { host: '127.0.0.1', port: 0 })
    const found = await visitPages(browser, otherServer.url, allPages(sitePaths(other.paths).site).filter(isChosen))
    await otherServer.close()
    return found
  }

  /** What went wrong on pages, and which of them say undefined, NaN or null. */
  function troublesOf(found: Map<string, Visit>): string[] {
    return [...found.values()].flatMap(({ path, text, troubles }) =>
      !['/ask/', '/glossary/'].includes(path) && /\b(undefined|NaN|null)\b/.test(text)
        ? [...troubles, `${path}: says undefined, NaN or null`]
        : troubles,
    )
  }

  test('an empty warehouse gives a site that says what to do', async () => {
    const empty = await startWarehouse({ timeZone: 'UTC', asOf: '2026-01-01T00:00:00Z' })
    await empty.build('full')
    const built = await siteOf(empty)
    expect(built.isRecompiled).toBe(false)
    const found = await visitsOf(empty)
    expect([...found.values()].flatMap(({ troubles }) => troubles)).toEqual([])
    expect(found.get('/')!.text).toContain('fullhold land')
    expect(found.get('/health/')!.text).toContain('Nothing has been landed')
    expect([...found.keys()].filter((path) => /^\/(sessions|matches|maps|players)\/(?!older|compare)[^/]+\/$/.test(path))).toEqual([])
    empty.remove()
  }, 400_000)

  test('a single round gives its evening, its map and its players', async () => {
    const season = simulateSeason({ seed: 'single', timeZone: 'UTC', evenings: 1, mapsPerEvening: 1, endstats: 'none' })
    const single = await buildFrom(offeredSeason(season).slice(0, 1), { timeZone: 'UTC', asOf: '2026-01-01T00:00:00Z' })
    await siteOf(single)
    expect(troublesOf(await visitsOf(single))).toEqual([])
    const [path] = allPages(sitePaths(single.paths).site).filter((each) => /^\/matches\/[0-9a-f]{16}\/$/.test(each))
    expect(readFileSync(join(sitePaths(single.paths).site, path!, 'index.html'), 'utf8')).toContain(
      'Unavailable: no proximity files were landed.',
    )
    single.remove()
  }, 400_000)

  test.skipIf(!existsSync(realData.stats))(
    'real files give a page for every evening, map and player, and the newest maps played',
    async () => {
      const real = await buildRealFiles()
      const built = await siteOf(real)
      const [counted] = await real.rows(`
      select (select count(*) from marts.fct_sessions) + (select count(*) from marts.dim_maps) + (select count(*) from marts.dim_players)
          + least(120, (select count(*) from marts.fct_matches)) as pages`)
      expect(built.pages).toBeGreaterThan(Number(counted!.pages))
      const ofEachKind = new Set(kindsOfPages(allPages(sitePaths(real.paths).site)))
      expect(troublesOf(await visitsOf(real, (path) => ofEachKind.has(path)))).toEqual([])
    },
    900_000,
  )
})
