import { z } from 'zod'
import type { Card } from '../card.ts'
import { sentenceText } from '../name_text.ts'

/** What a silent source shows, as `fct_post_queue` says it. */
export const healthFactsSchema = z.object({
  server: z.string(),
  source: z.string(),
  silent_rounds: z.number(),
  last: z.string(),
  others: z.string().nullable(),
  is_back: z.boolean(),
})

export type HealthFacts = z.output<typeof healthFactsSchema>

/** A source that went silent while rounds keep coming, and whether it came back. */
export function healthCard(facts: HealthFacts): Omit<Card, 'footer'> {
  const [source, server] = [sentenceText(facts.source), sentenceText(facts.server)]
  return {
    title: facts.is_back ? `${source} is back on ${server}` : `⚠ ${source} went silent on ${server}`,
    lines: [
      `No ${source} for ${facts.silent_rounds} rounds. The last it told of: ${sentenceText(facts.last)}.`,
      facts.others
        ? `Still arriving for these rounds: ${sentenceText(facts.others)}. What only the silent source tells is shown as unavailable.`
        : 'Nothing else tells of these rounds.',
      ...(facts.is_back ? [] : ['What to do: `fullhold status` and `fullhold doctor` on the machine that runs fullhold.']),
    ],
    blocks: [],
  }
}
