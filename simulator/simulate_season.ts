import { instantOfLocalTime, localStamp } from './local_clock.ts'
import { planSeason, type SeasonOptions } from './plan_season.ts'
import { playMatch } from './play_match.ts'
import type { PlayedRound } from './played_round.ts'
import { createRandom } from './random.ts'
import { tellTruth } from './tell_truth.ts'
import type { SeasonTruth } from './truth.ts'
import { writeEndstatsFiles } from './write_endstats_files.ts'
import { writeStatsFile } from './write_stats_file.ts'

/** A file as it lies on the game server. `writtenAt` is the true instant in milliseconds since 1970, UTC. */
export type SimulatedFile = { kind: 'stats' | 'endstats'; file_name: string; bytes: Uint8Array; writtenAt: number }

/** `rounds` is the season as it was played, for writers of further sources. */
export type Season = { files: SimulatedFile[]; truth: SeasonTruth; rounds: PlayedRound[] }

/**
 * Plays a season of stopwatch evenings and writes it out as the game server would: stats and endstats files in order of writing, and the truth beside them.
 * The same options give the same bytes on every machine. Throws when an option cannot be met.
 */
export function simulateSeason(options: SeasonOptions = {}): Season {
  const plan = planSeason(options)
  const rounds: PlayedRound[] = []
  for (const evening of plan.evenings) {
    let clock = instantOfLocalTime(evening.date, evening.time, plan.timeZone)
    for (const match of evening.matches) {
      const random = createRandom(`${plan.seed}|match ${match.index}`)
      const played = playMatch(plan, evening, match, clock, random)
      rounds.push(...played.rounds)
      clock = played.endsAt
    }
  }
  const endstatsNames = new Map<PlayedRound, string[]>()
  const files = rounds.flatMap((round) => {
    const tables = writeEndstatsFiles(round).map((text, index): SimulatedFile => {
      const writtenAt = round.endstatsWrittenAt[index]!
      const stamp = localStamp(writtenAt, plan.timeZone)
      const name = `${stamp}-${round.script.map.name}-round-${round.statedNumber}-endstats.txt`
      return { kind: 'endstats', file_name: name, bytes: Buffer.from(text, 'utf8'), writtenAt }
    })
    endstatsNames.set(
      round,
      tables.map((file) => file.file_name),
    )
    if (round.isLost) return tables
    return [
      ...tables,
      {
        kind: 'stats' as const,
        file_name: `${round.key}.txt`,
        bytes: encode(writeStatsFile(round), round.nameEncoding),
        writtenAt: round.writtenAt,
      },
    ]
  })
  const names = new Set(files.map((file) => file.file_name))
  if (names.size !== files.length) throw new Error('Two files of the season bear one name; take another seed')
  return { files, truth: tellTruth(plan, rounds, endstatsNames), rounds }
}

function encode(text: string, wanted: 'utf8' | 'latin1'): Uint8Array {
  const isLatin1 = wanted === 'latin1' && [...text].every((character) => character.codePointAt(0)! <= 0xff)
  return Buffer.from(text, isLatin1 ? 'latin1' : 'utf8')
}
