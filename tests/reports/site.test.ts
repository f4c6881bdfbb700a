/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { type SiteServer, serveSite } from '../../site/serve_site.ts'
import { sitePaths } from '../../site/site_paths.ts'
import { startChromium } from '../peers/chromium.ts'
import { offeredSeason } from '../season/simulated_files.ts'
import type { BuiltWarehouse, Row } from '../warehouse/built_warehouse.ts'
import { buildFrom, buildRealFiles, realData, startWarehouse } from '../warehouse/built_warehouse.ts'
import { buildHostileSeason, hostileNames, installReports, siteOf } from './built_site.ts'

let warehouse: BuiltWarehouse
let server: SiteServer
let browser: Browser
let site: string

beforeAll(async () => {
  installReports()
  warehouse = await buildHostileSeason()
  await siteOf(warehouse)
  site = sitePaths(warehouse.paths).site
  server = await serveSite(warehouse.paths, { host: '127.0.0.1', port: 0 })
  browser = await startChromium()
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

/** One page of each kind. */
function kindsOfPages(): string[] {
  const kinds = new Map(
    allPages().map((path) => [
      path.replace(/\/[^/]+\/$/, (last) => (last.startsWith('/older') || last.startsWith('/compare') ? last : '/*/')),
      path,
    ]),
  )
  return [...kinds.values()]
}

type Opened = { page: Page; troubles: string[]; close: () => Promise<void> }

/** Opens a page and waits until its scripts have run; notes console errors, failed answers, and requests to any other host. */
async function open(path: string, options: { width?: number; theme?: 'light' | 'dark'; url?: string } = {}): Promise<Opened> {
  const { width = 1180, theme = 'light', url = server.url } = options
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${path}: console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`${path}: error: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:') && !request.url().startsWith('blob:'))
      troubles.push(`${path}: foreign request: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${path}: ${response.status()} ${response.url()}`)
  })
  await page.goto(new URL(path, url).href, { waitUntil: 'load' })
  await page.waitForFunction(() => document.getElementById('__evidence_project_splash') === null)
  return { page, troubles, close: () => context.close() }
}

const textOf = (page: Page) => page.locator('main').innerText()

test('every page opens without a console error, a failed request, or a request to another host', async () => {
  const troubles: string[] = []
  const pages = allPages()
  expect(pages.length).toBeGreaterThan(30)
  for (const path of pages) {
    const opened = await open(path)
    await opened.page.waitForLoadState('networkidle')
    troubles.push(...opened.troubles)
    await opened.close()
  }
  expect(troubles).toEqual([])
}, 480_000)

test('no link leads nowhere', async () => {
  const links = new Set<string>()
  for (const path of allPages()) {
    const html = readFileSync(join(site, path, 'index.html'), 'utf8')
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) if (href!.startsWith('/')) links.add(href!.replaceAll('&amp;', '&'))
  }
  expect(links.size).toBeGreaterThan(50)
  const dead: string[] = []
  for (const link of links) {
    const answer = await fetch(new URL(link, server.url), { method: 'HEAD' })
    if (!answer.ok) dead.push(`${answer.status} ${link}`)
  }
  expect(dead).toEqual([])
})

test('every chart draws something, says its unit and how to read it', async () => {
  const troubles: string[] = []
  let charts = 0
  for (const path of kindsOfPages()) {
    const { page, close } = await open(path)
    for (const chart of await page.locator('figure.chart').all()) {
      charts += 1
      const marks = await chart.locator('.mark, td.heat:not(.none)').count()
      const words = await chart.locator('.read').innerText()
      const title = await chart.locator('figcaption').innerText()
      if (marks === 0 || words.length < 20 || !/\(.+\)/.test(title)) troubles.push(`${path}: ${title}: ${marks} marks, "${words}"`)
    }
    await close()
  }
  expect(charts).toBeGreaterThan(8)
  expect(troubles).toEqual([])
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
    const leads = await page.locator('section .lead').allInnerTexts()
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
    const { page, troubles, close } = await open(`/matches/${id}/`)
    await page.waitForLoadState('networkidle')
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
    const { page, troubles, close } = await open(path)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    expect(troubles).toEqual([])
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

test('on a phone nothing but tables scrolls sideways', async () => {
  const wide: string[] = []
  for (const path of kindsOfPages()) {
    const { page, close } = await open(path, { width: 360 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) wide.push(`${path}: ${over} px`)
    await close()
  }
  expect(wide).toEqual([])
})

test('the menu opens on a phone, and the search finds a map', async () => {
  const { page, close } = await open('/', { width: 360 })
  expect(await page.locator('#sections').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Maps', exact: true }).click()
  await page.waitForURL('**/maps/')
  const [map] = await warehouse.rows('select map_name, map_title from marts.dim_maps order by map_title limit 1')
  await page.locator('.finder input').fill(String(map!.map_title))
  await page.locator('.finder ul a').first().click()
  await page.waitForURL(`**/maps/${map!.map_name}/`)
  await close()
})

test('landmarks, labels and headings are there for who does not see the page', async () => {
  const troubles: string[] = []
  for (const path of kindsOfPages()) {
    const { page, close } = await open(path)
    const found = await page.evaluate(() => {
      const named = (element: Element) =>
        Boolean(element.getAttribute('aria-label') || element.textContent?.trim() || element.closest('label')?.textContent?.trim())
      return {
        language: document.documentElement.lang,
        mains: document.querySelectorAll('main').length,
        headings: document.querySelectorAll('h1').length,
        navigation: document.querySelectorAll('nav[aria-label]').length,
        footers: document.querySelectorAll('footer').length,
        unnamed: [...document.querySelectorAll('button, input, select, a[href]')].filter((element) => !named(element)).length,
        twice: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index),
        headless: [...document.querySelectorAll('table')].filter((table) => table.querySelector('th') === null).length,
      }
    })
    const expected = { language: 'en', mains: 1, headings: 1, navigation: 1, footers: 1, unnamed: 0, twice: [], headless: 0 }
    if (JSON.stringify(found) !== JSON.stringify(expected)) troubles.push(`${path}: ${JSON.stringify(found)}`)
    await close()
  }
  expect(troubles).toEqual([])
})

test('text has a contrast of at least 4.5 to 1 in light and in dark', async () => {
  const weak = new Set<string>()
  for (const theme of ['light', 'dark'] as const) {
    for (const path of kindsOfPages()) {
      const { page, close } = await open(path, { theme })
      for (const each of await page.evaluate(findWeakContrasts)) weak.add(`${theme} ${path}: ${each}`)
      await close()
    }
  }
  expect([...weak]).toEqual([])
}, 180_000)

test('tables sort with the keyboard, and a board can be chosen', async () => {
  const { page, close } = await open('/leaderboards/')
  await page.waitForLoadState('networkidle')
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
  await page.waitForLoadState('networkidle')
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

describe('other amounts of data, with the same compiled pages', () => {
  test('an empty warehouse gives a site that says what to do', async () => {
    const empty = await startWarehouse({ timeZone: 'UTC', asOf: '2026-01-01T00:00:00Z' })
    await empty.build('full')
    const built = await siteOf(empty)
    expect(built.isRecompiled).toBe(false)
    const emptyServer = await serveSite(empty.paths, { host: '127.0.0.1', port: 0 })
    const troubles: string[] = []
    for (const path of allPages(sitePaths(empty.paths).site)) {
      const opened = await open(path, { url: emptyServer.url })
      await opened.page.waitForLoadState('networkidle')
      troubles.push(...opened.troubles)
      if (path === '/') expect(await textOf(opened.page)).toContain('fullhold land')
      if (path === '/health/') expect(await textOf(opened.page)).toContain('Nothing has been landed')
      await opened.close()
    }
    expect(troubles).toEqual([])
    await emptyServer.close()
    empty.remove()
  }, 400_000)

  test('a single round gives its evening, its map and its players', async () => {
    const season = simulateSeason({ seed: 'single', timeZone: 'UTC', evenings: 1, mapsPerEvening: 1, endstats: 'none' })
    const single = await buildFrom(offeredSeason(season).slice(0, 1), { timeZone: 'UTC', asOf: '2026-01-01T00:00:00Z' })
    await siteOf(single)
    expect(await troublesOf(single, () => true)).toEqual([])
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
      const seen = new Set<string>()
      const isNewKind = (path: string) => {
        const kind = path.replace(/\/[^/]+\/$/, '/*/')
        const isNew = !seen.has(kind) || !/^\/(sessions|matches|maps|players)\//.test(path)
        seen.add(kind)
        return isNew
      }
      expect(await troublesOf(real, isNewKind)).toEqual([])
    },
    900_000,
  )
})

/** What goes wrong when the chosen pages of another warehouse's site are opened. */
async function troublesOf(other: BuiltWarehouse, isChosen: (path: string) => boolean): Promise<string[]> {
  const otherServer = await serveSite(other.paths, { host: '127.0.0.1', port: 0 })
  const troubles: string[] = []
  for (const path of allPages(sitePaths(other.paths).site).filter(isChosen)) {
    const opened = await open(path, { url: otherServer.url })
    await opened.page.waitForLoadState('networkidle')
    // these two explain what null means
    const isAboutNull = ['/ask/', '/glossary/'].includes(path)
    if (!isAboutNull && /\b(undefined|NaN|null)\b/.test(await textOf(opened.page))) troubles.push(`${path}: says undefined, NaN or null`)
    troubles.push(...opened.troubles)
    await opened.close()
  }
  await otherServer.close()
  return troubles
}

/** Texts on the page whose colour is too near to what is behind it (WCAG AA: 4.5 to 1, 3 to 1 for large text). Runs in the page. */
function findWeakContrasts(): string[] {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const rgba = (color: string): number[] => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = color
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data]
  }
  const light = (color: number[]) => {
    const [red, green, blue] = color.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  }
  const behind = (element: Element | null): number[] => {
    for (let each = element; each; each = each.parentElement) {
      const color = rgba(getComputedStyle(each).backgroundColor)
      if (color[3] === 255) return color
      if (color[3]! > 20) {
        const under = behind(each.parentElement)
        const share = color[3]! / 255
        return [0, 1, 2].map((part) => color[part]! * share + under[part]! * (1 - share))
      }
    }
    return [255, 255, 255]
  }
  const weak = new Set<string>()
  for (const element of document.querySelectorAll('main *, header *, footer *')) {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === 3 && node.textContent!.trim())
      .map((node) => node.textContent!.trim())
    if (text.length === 0 || element.closest('.visually-hidden, svg, .skip') || (element as HTMLElement).offsetParent === null) continue
    const style = getComputedStyle(element)
    const [one, other] = [light(rgba(style.color).slice(0, 3)), light(behind(element))]
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    const isLarge =
      Number.parseFloat(style.fontSize) >= 24 || (Number.parseFloat(style.fontSize) >= 18.6 && Number(style.fontWeight) >= 700)
    if (ratio < (isLarge ? 3 : 4.5)) weak.add(`"${text[0]!.slice(0, 20)}" ${ratio.toFixed(2)} (${element.className || element.tagName})`)
  }
  return [...weak]
}
