/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'

/** Pages that are open at a time: they mostly wait for the network to be quiet. */
const tabs = 4
/** Milliseconds after which a page counts as stuck, on a busy machine too. */
const patience = 60_000

/** What one look at a page found. Contrasts are looked at where `isThorough`. */
export type Visit = {
  path: string
  /** Console errors and warnings, failed answers, requests to any other host. */
  troubles: string[]
  text: string
  charts: { title: string; marks: number; words: string }[]
  landmarks: Record<string, unknown>
  weakContrasts: string[]
}

/** Does the work for each item, a few at a time, and gives the results in the order of the items. `tab` is less than `tabs`; items of one tab follow each other. */
export async function inTabs<Item, Result>(items: readonly Item[], work: (item: Item, tab: number) => Promise<Result>): Promise<Result[]> {
  const results = new Array<Result>(items.length)
  let next = 0
  async function takeItems(tab: number): Promise<void> {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!, tab)
  }
  await Promise.all(Array.from({ length: tabs }, (_, tab) => takeItems(tab)))
  return results
}

/** A context a tab: tabs that share a cache wait for each other's requests, sometimes for ever. */
async function openContexts(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext[]> {
  return await Promise.all(Array.from({ length: tabs }, () => browser.newContext(options)))
}

export type Opened = {
  page: Page
  /** Console errors and warnings, failed answers, requests to any other host. */
  troubles: string[]
  /** Settles when nothing that the page asked for is on its way; what never arrives is a trouble. */
  settled: () => Promise<void>
}

/** Opens a page of the site at `url` until its scripts have run; what goes wrong meanwhile and later is noted in `troubles`. */
export async function openPage(context: BrowserContext, url: string, path: string): Promise<Opened> {
  const page = await context.newPage()
  const troubles: string[] = []
  const asked = new Set<Request>()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${path}: console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`${path}: error: ${error.message}`))
  page.on('request', (request) => {
    asked.add(request)
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) troubles.push(`${path}: foreign request: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${path}: ${response.status()} ${response.url()}`)
  })
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  await page.goto(new URL(path, url).href, { waitUntil: 'load', timeout: patience })
  await page.waitForFunction(() => document.getElementById('__evidence_project_splash') === null, undefined, { timeout: patience })
  async function settled(): Promise<void> {
    // what a page asks for when it starts has been asked for once a turn of its own has passed
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    const begun = performance.now()
    while (asked.size > 0 && performance.now() - begun < patience)
      await page.waitForEvent('requestfinished', { timeout: 1000 }).catch(() => undefined)
    for (const request of asked) troubles.push(`${path}: never answered: ${request.url()}`)
  }
  return { page, troubles, settled }
}

/** Opens every page once, a few at a time, and looks at all that is asked of it. */
export async function visitPages(
  browser: Browser,
  url: string,
  paths: readonly string[],
  isThorough: (path: string) => boolean = () => false,
): Promise<Map<string, Visit>> {
  const contexts = await openContexts(browser, { viewport: { width: 1180, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce' })
  const visits = await inTabs(paths, async (path, tab): Promise<Visit> => {
    const { page, troubles, settled } = await openPage(contexts[tab]!, url, path)
    await settled()
    const visit: Visit = {
      path,
      troubles,
      text: await page.locator('main').innerText(),
      charts: await page.evaluate(findCharts),
      landmarks: await page.evaluate(findLandmarks),
      weakContrasts: [],
    }
    if (isThorough(path)) {
      for (const theme of ['light', 'dark']) {
        await page.evaluate((wanted) => document.documentElement.setAttribute('data-theme', wanted), theme)
        for (const weak of await page.evaluate(findWeakContrasts)) visit.weakContrasts.push(`${theme} ${path}: ${weak}`)
      }
    }
    await page.close()
    return visit
  })
  await Promise.all(contexts.map((context) => context.close()))
  return new Map(visits.map((visit) => [visit.path, visit]))
}

/** The pages that are wider than a phone, with by how many pixels. */
export async function widerThanPhone(browser: Browser, url: string, paths: readonly string[]): Promise<string[]> {
  const contexts = await openContexts(browser, { viewport: { width: 360, height: 800 } })
  const found = await inTabs(paths, async (path, tab) => {
    const { page } = await openPage(contexts[tab]!, url, path)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await page.close()
    return over > 0 ? [`${path}: ${over} px`] : []
  })
  await Promise.all(contexts.map((context) => context.close()))
  return found.flat()
}

// what follows runs in the page

function findCharts(): Visit['charts'] {
  return [...document.querySelectorAll('figure.chart')].map((chart) => ({
    title: chart.querySelector('figcaption')?.textContent ?? '',
    marks: chart.querySelectorAll('.mark, td.heat:not(.none)').length,
    words: chart.querySelector('.read')?.textContent ?? '',
  }))
}

function findLandmarks(): Record<string, unknown> {
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
}

/** Texts on the page whose colour is too near to what is behind it (WCAG AA: 4.5 to 1, 3 to 1 for large text). Runs in the page. */
function findWeakContrasts(): string[] {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  // a page has thousands of texts and a dozen colours
  const known = new Map<string, number[]>()
  const rgba = (color: string): number[] => {
    let parts = known.get(color)
    if (parts === undefined) {
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      parts = [...context.getImageData(0, 0, 1, 1).data]
      known.set(color, parts)
    }
    return parts
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
