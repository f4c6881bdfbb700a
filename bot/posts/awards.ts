import { z } from 'zod'
import type { Card } from '../card.ts'
import { nameText, sentenceText } from '../name_text.ts'

/** What the awards of a round show, as `fct_post_queue` says it. */
export const awardsFactsSchema = z.object({
  map: z.string(),
  number: z.number(),
  awards: z.array(z.object({ label: z.string(), name: z.string(), value: z.string(), is_both_halves: z.boolean() })),
})

export type AwardsFacts = z.output<typeof awardsFactsSchema>

/** The awards that the game gave; of a second round it gives some for both rounds together, and they stand apart. */
export function awardsCard(facts: AwardsFacts): Omit<Card, 'footer'> {
  const lines = (isBothHalves: boolean) =>
    facts.awards
      .filter(({ is_both_halves }) => is_both_halves === isBothHalves)
      .map(({ label, name, value }) => `${sentenceText(label)}: ${nameText(name)} **${sentenceText(value)}**`)
  return {
    title: `${sentenceText(facts.map)} · awards of round ${facts.number}`,
    lines: ['As the game gave them.'],
    blocks: [
      { heading: `Round ${facts.number}`, lines: lines(false) },
      { heading: 'Both rounds together', lines: lines(true) },
    ],
  }
}
