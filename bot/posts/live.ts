import { z } from 'zod'
import type { Block, Card } from '../card.ts'
import { joinNames } from '../join_names.ts'
import { nameText, sentenceText } from '../name_text.ts'
import { teamMark } from '../team_mark.ts'

export const teamsSchema = z.array(
  z.object({
    team: z.string(),
    name: z.string(),
    points: z.number().nullable(),
    roster: z.array(z.object({ name: z.string().nullable(), is_substitute: z.boolean(), rounds: z.number() })),
  }),
)

/** What the live score shows, as `fct_post_queue` says it. */
export const liveFactsSchema = z.object({
  server: z.string(),
  is_over: z.boolean(),
  teams: teamsSchema,
  result: z.string(),
  confidence: z.string(),
  counted: z.string().nullable(),
  last: z.string(),
  last_confidence: z.string(),
  last_ended_unix: z.number().nullable(),
  next: z.string().nullable(),
})

export type LiveFacts = z.output<typeof liveFactsSchema>

/** The evening as it stands, one message edited after every round; once it is over, it says so. */
export function liveCard(facts: LiveFacts): Omit<Card, 'footer'> {
  return {
    title: facts.is_over ? `Evening over · ${sentenceText(facts.server)}` : `Live score · ${sentenceText(facts.server)}`,
    lines: [
      `${scoreLine(facts.teams, facts.result)}   ${sentenceText(facts.confidence)}`,
      ...(facts.counted ? [facts.counted] : []),
      `Last: ${sentenceText(facts.last)}   ${facts.last_confidence}`,
      ...(facts.next ? [`Now: **${sentenceText(facts.next)}**`] : []),
      ...(facts.last_ended_unix !== null && !facts.is_over ? [`Updated with the round that ended <t:${facts.last_ended_unix}:R>`] : []),
    ],
    blocks: rosterBlocks(facts.teams),
  }
}

/** Both teams with their points, or why there is no score. */
export function scoreLine(teams: z.output<typeof teamsSchema>, result: string): string {
  const [one, other] = [teams.find(({ team }) => team === 'A'), teams.find(({ team }) => team === 'B')]
  if (!one || !other) return sentenceText(result)
  return `▲ ${nameText(one.name)}  **${one.points} – ${other.points}**  ● ${nameText(other.name)}`
}

/** The players of each team; who joined later stands last and is marked. */
export function rosterBlocks(teams: z.output<typeof teamsSchema>): Block[] {
  return teams.map(({ team, name, roster }) => ({
    heading: `${teamMark(team)}${nameText(name)}`,
    lines: joinNames(roster.map((player) => `${nameText(player.name, 20)}${player.is_substitute ? ' (joined later)' : ''}`)),
  }))
}
