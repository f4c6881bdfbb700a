import type { Stint, Versus } from './count_round.ts'
import { finishersOf, listAwards } from './list_awards.ts'
import type { PlayedRound } from './played_round.ts'
import { engineName } from './player_name.ts'
import { createRandom } from './random.ts'

export type VersusPair = { subject: Stint; opponent: Stint } & Versus

/** The texts of a round's end-of-round tables, one a file, in the order of `endstatsWrittenAt`: awards first, then one block a client. */
export function writeEndstatsFiles(round: PlayedRound): string[] {
  if (round.endstatsWrittenAt.length === 0) return []
  const awards = listAwards(round).map(({ label, stint, text }) => `${label}\t${engineName(stint.who.nick)}\t${text}`)
  const blocks = new Map<Stint, string[]>()
  for (const { subject, opponent, kills, deaths } of listVersus(round)) {
    const rows = blocks.get(subject) ?? []
    blocks.set(subject, [...rows, `${engineName(opponent.who.nick)}\t${kills}\t${deaths}`])
  }
  const parts = [awards]
  for (const subject of finishersOf(round)) {
    const heading =
      round.generation.endstats === 'vs_header' ? [`VS_HEADER\t${engineName(subject.who.nick)}\t${subject.who.player.guid}`] : []
    parts.push([...heading, ...(blocks.get(subject) ?? [])])
  }
  const first = round.endstatsWrittenAt.length === 1 ? parts.length : createRandom(`${round.key}|split`).integer(1, parts.length - 1)
  return [parts.slice(0, first), parts.slice(first)].slice(0, round.endstatsWrittenAt.length).map((tables) =>
    tables
      .flat()
      .map((line) => `${line}\n`)
      .join(''),
  )
}

/** Who met whom in this round alone: one row for each finisher and opponent, subjects by slot, opponents by kills. */
export function listVersus(round: PlayedRound): VersusPair[] {
  const finishers = finishersOf(round)
  return finishers.flatMap((subject) => {
    const met = round.counted.versus.get(subject.who.slot)
    return finishers
      .filter((opponent) => opponent.team !== subject.team)
      .map((opponent) => ({ subject, opponent, ...(met?.get(opponent.who.slot) ?? { kills: 0, deaths: 0 }) }))
      .filter(({ kills, deaths }) => kills + deaths > 0)
      .sort((left, right) => right.kills - left.kills)
  })
}
