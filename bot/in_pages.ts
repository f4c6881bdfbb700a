import type { Block, Card } from './card.ts'

const linesOnAPage = 15

/** One block over as many cards as it needs; each says which page it is. */
export function inPages(card: Omit<Card, 'blocks'>, block: Block): Card[] {
  const head = block.hasColumnNames ? block.lines.slice(0, 1) : []
  const rest = block.lines.slice(head.length)
  const count = Math.max(1, Math.ceil(rest.length / linesOnAPage))
  return Array.from({ length: count }, (_, page) => ({
    ...card,
    blocks: [{ ...block, lines: [...head, ...rest.slice(page * linesOnAPage, (page + 1) * linesOnAPage)] }],
    footer: count === 1 ? card.footer : `${card.footer} · page ${page + 1} of ${count}`,
  }))
}
