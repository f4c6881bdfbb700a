import { z } from 'zod'
import type { Card } from '../card.ts'
import { sentenceText } from '../name_text.ts'

const silenceSchema = z.object({
  server: z.string(),
  /** Sources that went silent with the same round. */
  silences: z.array(z.object({ source: z.string(), silent_rounds: z.number(), last: z.string(), is_back: z.boolean() })).min(1),
  others: z.string().nullable(),
})

const standstillSchema = z.object({ what: z.string(), since_unix: z.number(), reasons: z.array(z.string()), is_over: z.boolean() })

/** Sources that went silent, as `fct_post_queue` says it, or something that stands still, as status.json says it. */
export const healthFactsSchema = z.union([silenceSchema, standstillSchema])

export type HealthFacts = z.output<typeof healthFactsSchema>
export type StandstillFacts = z.output<typeof standstillSchema>

/** What somebody should look at, and whether it is over. */
export function healthCard(facts: HealthFacts): Omit<Card, 'footer'> {
  return 'what' in facts ? standstillCard(facts) : silenceCard(facts)
}

function silenceCard({ server, silences, others }: z.output<typeof silenceSchema>): Omit<Card, 'footer'> {
  const silent = silences.filter(({ is_back }) => !is_back)
  const names = (silent.length > 0 ? silent : silences).map(({ source }) => sentenceText(source)).join(' and ')
  const isPlural = (silent.length || silences.length) > 1
  return {
    title:
      silent.length > 0
        ? `⚠ ${names} went silent on ${sentenceText(server)}`
        : `${names} ${isPlural ? 'are' : 'is'} back on ${sentenceText(server)}`,
    lines: [
      ...silences.map(
        ({ source, silent_rounds, last, is_back }) =>
          `No ${sentenceText(source)} for ${silent_rounds} rounds. The last it told of: ${sentenceText(last)}.${is_back ? ' It is back.' : ''}`,
      ),
      others
        ? `Still arriving for these rounds: ${sentenceText(others)}. What only a silent source tells is shown as unavailable.`
        : 'Nothing else tells of these rounds.',
      ...(silent.length > 0 ? [whatToDo] : []),
    ],
    blocks: [],
  }
}

function standstillCard({ what, since_unix, reasons, is_over }: StandstillFacts): Omit<Card, 'footer'> {
  const { subject, trouble } = ownStandstills[what] ?? {
    subject: capitalized(sentenceText(what)),
    trouble: `${capitalized(sentenceText(what))} cannot be reached`,
  }
  return {
    title: is_over ? `${subject} works again` : `⚠ ${trouble}`,
    lines: [
      is_over ? `It stood still from <t:${since_unix}:f> on.` : `Since <t:${since_unix}:R>. What was published before stays as it was.`,
      ...reasons.map((reason) => sentenceText(reason)),
      ...(is_over ? [] : [whatToDo]),
    ],
    blocks: [],
  }
}

/** What of fullhold itself can stand still; everything else is a source. */
const ownStandstills: Readonly<Record<string, { subject: string; trouble: string }>> = {
  run: { subject: 'fullhold run', trouble: 'fullhold run was killed' },
  publish: { subject: 'Publishing', trouble: 'Nothing new is published' },
}

const whatToDo = 'What to do: `fullhold status` and `fullhold doctor` on the machine that runs fullhold.'

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
