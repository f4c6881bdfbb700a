import type { Block, Card } from './card.ts'
import { fitsWhole } from './lay_out.ts'

const linesOnAPage = 15

/** One block over as many cards as it needs; each says which page it is. */
export function inPages(card: Omit<Card, 'blocks'>, block: Block): Card[] {
  const { head, rest } = headAndRest(block)
  const count = Math.max(1, Math.ceil(rest.length / linesOnAPage))
  return numbered(
    card,
    Array.from({ length: count }, (_, page) => [
      { ...block, lines: [...head, ...rest.slice(page * linesOnAPage, (page + 1) * linesOnAPage)] },
    ]),
  )
}

/** A card over as many pages as it takes to show all its blocks whole; a block that is too long for a page is parted between entries. */
export function inPagesWhereLong(card: Card): Card[] {
  if (fitsWhole(card)) return [card]
  const pages: Block[][] = []
  for (const block of card.blocks.flatMap((block) => partsOf(card, block))) {
    const last = pages.at(-1)
    if (last && fitsWhole(pageOf(card, [...last, block]))) last.push(block)
    else pages.push([block])
  }
  return numbered(card, pages)
}

/** The block, or halves of it until each fits a page. */
function partsOf(card: Card, block: Block): Block[] {
  const { head, rest } = headAndRest(block)
  const perEntry = block.linesPerEntry ?? 1
  if (rest.length === 0) return []
  if (rest.length <= perEntry || fitsWhole(pageOf(card, [block]))) return [block]
  const half = Math.ceil(rest.length / perEntry / 2) * perEntry
  return [rest.slice(0, half), rest.slice(half)].flatMap((lines) => partsOf(card, { ...block, lines: [...head, ...lines] }))
}

/** A page as long as it can get, its number included. */
function pageOf(card: Omit<Card, 'blocks'>, blocks: Block[]): Card {
  return { ...card, blocks, footer: `${card.footer} · page 99 of 99` }
}

function numbered(card: Omit<Card, 'blocks'>, pages: Block[][]): Card[] {
  return pages.map((blocks, page) => ({
    ...card,
    blocks,
    footer: pages.length === 1 ? card.footer : `${card.footer} · page ${page + 1} of ${pages.length}`,
  }))
}

function headAndRest({ lines, hasColumnNames }: Block): { head: string[]; rest: string[] } {
  const count = hasColumnNames ? 1 : 0
  return { head: lines.slice(0, count), rest: lines.slice(count) }
}
