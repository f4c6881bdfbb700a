import { z } from 'zod'
import type { Card } from '../card.ts'
import { nameText, sentenceText } from '../name_text.ts'
import { teamMark } from '../team_mark.ts'

/** What a map shows, as `rpt_match_facts` says it. */
export const mapFactsSchema = z.object({
  map: z.string(),
  team_a: z.string().nullable(),
  team_b: z.string().nullable(),
  points: z.string().nullable(),
  winner: z.string(),
  why: z.string(),
  first_half: z.string(),
  first_half_confidence: z.string().nullable(),
  to_beat: z.string().nullable(),
  second_half: z.string(),
  second_half_confidence: z.string().nullable(),
  confidence: z.string(),
  not_counted: z.string().nullable(),
  bests: z.array(z.object({ name: z.string(), team: z.string().nullable(), kd: z.string(), dpm: z.string(), sides: z.string() })),
  evening: z.object({ score: z.string(), counted: z.string(), confidence: z.string() }).nullable(),
})

export type MapFacts = z.output<typeof mapFactsSchema>

/** One map over both halves: result and points, how it came, the best players with the sides they played. */
export function mapCard(facts: MapFacts): Omit<Card, 'footer'> {
  const score =
    facts.points === null
      ? `No points: ${sentenceText(facts.not_counted ?? 'the result is unavailable')}`
      : `▲ ${nameText(facts.team_a)}  **${facts.points}**  ● ${nameText(facts.team_b)}`
  return {
    title: sentenceText(facts.map),
    lines: [
      `${score}   ${sentenceText(facts.confidence)}`,
      sentenceText(facts.why),
      `R1 ${sentenceText(facts.first_half)} ${facts.first_half_confidence ?? ''}`,
      `R2 ${sentenceText(facts.second_half)} ${facts.second_half_confidence ?? ''}${facts.to_beat ? ` (to beat: ${facts.to_beat})` : ''}`,
      ...(facts.evening ? [`Evening so far: ▲ ${facts.evening.score} ●  (${facts.evening.counted})   ${facts.evening.confidence}`] : []),
    ],
    blocks: [
      {
        heading: 'Best over both rounds, by damage per minute',
        lines: facts.bests.map(({ name, team, kd, dpm, sides }) => `${teamMark(team)}${nameText(name)} **${dpm}** dpm, ${kd} (${sides})`),
      },
    ],
  }
}
