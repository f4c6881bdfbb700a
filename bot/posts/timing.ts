import { z } from 'zod'
import type { Card } from '../card.ts'
import { sentenceText } from '../name_text.ts'

const clocksSchema = z.object({
  /** The round's short key. */
  key: z.string(),
  map: z.string(),
  number: z.number(),
  shown: z.string().nullable(),
  lua: z.string().nullable(),
  playtime: z.string().nullable(),
  header: z.string().nullable(),
  players: z.string().nullable(),
  limit: z.string().nullable(),
  difference: z.string().nullable(),
  pauses: z.string().nullable(),
  status: z.string(),
  why_no_lua: z.string().nullable(),
})

/** What the clocks of an evening show, as `rpt_timing_facts` says it. */
export const timingFactsSchema = z.object({
  day: z.string(),
  server: z.string(),
  rounds: z.array(clocksSchema),
  no_lua: z.string().nullable(),
})

export type TimingFacts = z.output<typeof timingFactsSchema>

/** One line a round: each clock, how far they are apart, and why Lua is missing. */
export function timingCard(facts: TimingFacts): Omit<Card, 'footer'> {
  return {
    title: `Clocks · ${facts.day} · ${sentenceText(facts.server)}`,
    lines: [
      'The time that is shown, and every clock that tells one. Warmup and pauses are in none.',
      ...(facts.no_lua ? [sentenceText(facts.no_lua)] : []),
    ],
    blocks: [{ heading: 'Round by round', lines: facts.rounds.map(clocksLine) }],
  }
}

function clocksLine(round: z.output<typeof clocksSchema>): string {
  const clocks = [
    ['Lua', round.lua],
    ['game', round.playtime],
    ['header', round.header],
    ['players', round.players],
  ].flatMap(([name, time]) => (time === null ? [] : [`${name} ${time}`]))
  const apart = round.difference ? ` (${round.difference})` : ''
  const extra = [round.pauses, round.why_no_lua].filter((text) => text !== null).map((text) => ` · ${sentenceText(text)}`)
  return `${sentenceText(round.map)} R${round.number} (${round.key}): **${round.shown ?? 'time unavailable'}** of ${round.limit ?? '–'} · ${clocks.join(', ') || 'no clock'} · ${round.status}${apart}${extra.join('')}`
}
