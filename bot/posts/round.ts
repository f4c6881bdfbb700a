import { z } from 'zod'
import { type Block, type Card, sideColors } from '../card.ts'
import { nameText, padColumns, sentenceText, tableName } from '../name_text.ts'
import { proximityLineSchema, proximityText } from '../proximity_text.ts'

const playerSchema = z.object({
  place: z.number(),
  name: z.string(),
  kd: z.string(),
  dpm: z.string(),
  damage: z.string(),
  accuracy: z.string(),
  headshots: z.string(),
  revives: z.string(),
  played: z.string(),
  dead: z.string(),
  denied: z.string(),
  multikills: z.string(),
})

/** What a round shows, as `rpt_round_facts` says it. */
export const roundFactsSchema = z.object({
  map: z.string(),
  number: z.number(),
  winner: z.string(),
  winner_side: z.string().nullable(),
  result: z.string(),
  clock: z.string().nullable(),
  to_beat: z.string().nullable(),
  confidence: z.string(),
  not_counted: z.string().nullable(),
  sides: z.array(z.object({ side: z.string().nullable(), role: z.string().nullable(), players: z.array(playerSchema) })),
  notes: z.array(z.object({ text: z.string(), name: z.string().nullable() })),
  proximity: proximityLineSchema.optional(),
})

export type RoundFacts = z.output<typeof roundFactsSchema>
type Player = z.output<typeof playerSchema>

/** One round: who won and how sure that is, times, and the players of each side by place. */
export function roundCard(facts: RoundFacts): Omit<Card, 'footer'> {
  const notes = facts.notes.map(({ text, name }) => (name === null ? text : `${text} ${nameText(name)}`))
  return {
    title: `${sentenceText(facts.map)} · round ${facts.number}`,
    lines: [
      `**${sentenceText(facts.winner)}**   ${sentenceText(facts.confidence)}`,
      `${sentenceText(facts.result)}${facts.clock ? ` (${facts.clock})` : ''}`,
      ...(facts.to_beat ? [`To beat in round 2: **${facts.to_beat}**`] : []),
      ...(facts.not_counted ? [`Not counted: ${sentenceText(facts.not_counted)}`] : []),
      ...(facts.sides.length === 0 ? ['Players: unavailable (no stats file that tells them)'] : []),
      ...(notes.length > 0 ? [notes.join(' · ')] : []),
      ...(facts.proximity ? [proximityText(facts.proximity)] : []),
    ],
    blocks: facts.sides.map(sideBlock),
  }
}

const columnNames = `   ${'player'.padEnd(14)}${'K/D'.padStart(7)}${'DPM'.padStart(5)}${'dmg ±'.padStart(12)}${'acc'.padStart(5)}${'hs'.padStart(4)}${'rev'.padStart(4)}`

function sideBlock({ side, role, players }: RoundFacts['sides'][number]): Block {
  return {
    heading: side === null ? 'SIDE UNAVAILABLE' : `${side.toUpperCase()}${role ? ` (${role})` : ''}`,
    lines: [columnNames, ...players.flatMap(playerLines)],
    isTable: true,
    hasColumnNames: true,
    linesPerEntry: 2,
    ...(side !== null && sideColors[side] !== undefined ? { color: sideColors[side] } : {}),
  }
}

function playerLines(player: Player): string[] {
  const name = padColumns(tableName(player.name), 14, 'left')
  return [
    `${String(player.place).padStart(2)} ${name}${player.kd.padStart(7)}${player.dpm.padStart(5)}${player.damage.padStart(12)}${player.accuracy.padStart(5)}${player.headshots.padStart(4)}${player.revives.padStart(4)}`,
    `   played ${player.played}, dead ${player.dead}, denied ${player.denied}, multi ${player.multikills}`,
  ]
}
