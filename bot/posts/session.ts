import { z } from 'zod'
import type { Card } from '../card.ts'
import { nameText, padColumns, sentenceText, tableName } from '../name_text.ts'
import { proximityLineSchema, proximityText } from '../proximity_text.ts'
import { teamMark } from '../team_mark.ts'
import { rosterBlocks, scoreLine, teamsSchema } from './live.ts'

/** What an evening shows, as `rpt_session_facts` says it. */
export const sessionFactsSchema = z.object({
  day: z.string(),
  hours: z.string(),
  server: z.string(),
  result: z.string(),
  score: z.string(),
  confidence: z.string(),
  counted: z.string().nullable(),
  size: z.string(),
  teams: teamsSchema,
  maps: z.array(
    z.object({
      map: z.string(),
      winner_team: z.string().nullable(),
      points: z.string().nullable(),
      first_half: z.string(),
      second_half: z.string(),
      confidence: z.string(),
      is_verified: z.boolean(),
      not_counted: z.string().nullable(),
    }),
  ),
  awards: z.array(z.object({ title: z.string(), name: z.string(), team: z.string().nullable(), value: z.string() })),
  players: z.array(
    z.object({
      place: z.number(),
      name: z.string(),
      team: z.string().nullable(),
      rounds: z.string(),
      kd: z.string(),
      dpm: z.string(),
      accuracy: z.string(),
      revives: z.string(),
    }),
  ),
  proximity: proximityLineSchema.optional(),
})

export type SessionFacts = z.output<typeof sessionFactsSchema>

const awardCount = 3
const columnNames = `   ${'player'.padEnd(18)}${'rounds'.padStart(6)}${'K/D'.padStart(9)}${'DPM'.padStart(5)}${'acc'.padStart(5)}${'rev'.padStart(5)}`

/** A whole evening: score, one line a map, rosters, awards with the number that decided, what was not counted and why. */
export function sessionCard(facts: SessionFacts): Omit<Card, 'footer'> {
  const uncounted = facts.maps.filter(({ not_counted }) => not_counted !== null)
  return {
    title: `${facts.day}, ${facts.hours} · ${sentenceText(facts.server)}`,
    lines: [
      `${scoreLine(facts.teams, facts.result)}   ${sentenceText(facts.confidence)}`,
      `${facts.counted ? `${facts.counted}, ` : ''}${facts.size}`,
      ...(facts.proximity ? [proximityText(facts.proximity)] : []),
    ],
    blocks: [
      { heading: 'Map by map', lines: facts.maps.map(mapLine) },
      {
        heading: 'Not counted',
        lines: uncounted.map(({ map, not_counted }) => `${sentenceText(map)}: ${sentenceText(not_counted ?? '')}`),
      },
      ...rosterBlocks(facts.teams),
      {
        heading: 'Awards',
        lines: facts.awards
          .slice(0, awardCount)
          .map(({ title, name, team, value }) => `${title}: ${teamMark(team)}${nameText(name)} (${value})`),
      },
      {
        heading: 'PLAYERS',
        isTable: true,
        hasColumnNames: true,
        lines: [columnNames, ...facts.players.map(playerLine)],
      },
    ],
  }
}

function mapLine({
  map,
  winner_team,
  points,
  first_half,
  second_half,
  confidence,
  is_verified,
  not_counted,
}: SessionFacts['maps'][number]) {
  const result = not_counted !== null ? 'not counted' : points === null ? 'no points' : `▲ ${points} ●`
  const winner = winner_team === 'A' || winner_team === 'B' ? teamMark(winner_team) : ''
  const trust = is_verified ? '✔' : sentenceText(confidence)
  return `${winner}**${sentenceText(map)}** ${result}: R1 ${sentenceText(first_half)}, R2 ${sentenceText(second_half)} ${trust}`
}

function playerLine({ place, name, team, rounds, kd, dpm, accuracy, revives }: SessionFacts['players'][number]): string {
  const shown = padColumns(`${teamMark(team)}${tableName(name)}`, 18, 'left')
  return `${String(place).padStart(2)} ${shown}${rounds.padStart(6)}${kd.padStart(9)}${dpm.padStart(5)}${accuracy.padStart(5)}${revives.padStart(5)}`
}
