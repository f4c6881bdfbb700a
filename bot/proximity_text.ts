import { z } from 'zod'
import type { RptProximitySummaries } from '../warehouse/marts.ts'
import { nameText, sentenceText } from './name_text.ts'

/** What proximity says of a round or an evening, as `rpt_proximity_summaries` has it. */
export const proximityLineSchema = z.object({
  text: z.string(),
  duo: z.object({ name: z.string(), mate: z.string(), kills: z.number() }).nullable(),
})

export type ProximityLine = z.output<typeof proximityLineSchema>

/** The line of a row of `rpt_proximity_summaries`. */
export function proximityLine(row: RptProximitySummaries): ProximityLine {
  const { summary_text: text, best_duo_player_name: name, best_duo_mate_player_name: mate, best_duo_kill_count: kills } = row
  return { text, duo: name === null || mate === null || kills === null ? null : { name, mate, kills } }
}

/** The line as it stands in posts and answers. */
export function proximityText({ text, duo }: ProximityLine): string {
  const best = duo ? ` · best crossfire ${nameText(duo.name)} and ${nameText(duo.mate)} (${duo.kills} killed)` : ''
  return `Proximity: ${sentenceText(text)}${best}`
}
