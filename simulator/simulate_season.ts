import type { DiscordMessage } from './discord_messages.ts'
import { type GametimesFile, leaveTraces, type ServerPlay } from './leave_traces.ts'
import { instantOfLocalTime, localStamp } from './local_clock.ts'
import { planSeason, type SeasonOptions, type SeasonPlan } from './plan_season.ts'
import { playMatch } from './play_match.ts'
import type { PlayedRound } from './played_round.ts'
import type { ProximityFile } from './proximity/leave_proximity_files.ts'
import { createRandom } from './random.ts'
import { tellTruth } from './tell_truth.ts'
import type { SeasonTruth } from './truth.ts'
import { writeEndstatsFiles } from './write_endstats_files.ts'
import { writeStatsFile } from './write_stats_file.ts'

/** A stats or endstats file as it lies on its game server. `writtenAt` is the true instant in milliseconds since 1970, UTC. */
export type SimulatedFile = { kind: 'stats' | 'endstats'; server: string; file_name: string; bytes: Uint8Array; writtenAt: number }

/**
 * `rounds` is the season as it was played on its first server, for writers of further sources. `gametimes`, `proximity` and `messages` are empty unless their sources are asked for;
 * `messages` are deliveries in order of time, so that an id may come twice.
 */
export type Season = {
  files: SimulatedFile[]
  gametimes: GametimesFile[]
  proximity: ProximityFile[]
  messages: DiscordMessage[]
  truth: SeasonTruth
  rounds: PlayedRound[]
}

/**
 * Plays a season of stopwatch evenings and writes it out as the game server would: stats and endstats files in order of writing, and the truth beside them; on demand what
 * its timing module and its watcher leave too, with the defects that are asked for. The same options give the same bytes on every machine. Throws when an option cannot be met.
 */
export function simulateSeason(options: SeasonOptions = {}): Season {
  const plan = planSeason(options)
  const starts = new Map<number, number>()
  const rounds: PlayedRound[] = []
  for (const evening of plan.evenings) {
    let clock = instantOfLocalTime(evening.date, evening.time, plan.timeZone)
    for (const match of evening.matches) {
      const random = createRandom(`${plan.seed}|match ${match.index}`)
      const played = playMatch(plan, evening, match, clock, random)
      starts.set(match.index, clock)
      rounds.push(...played.rounds)
      clock = played.endsAt
    }
  }
  const home = writeFiles(plan, rounds)
  const twin = playTwin(plan, starts)
  const twinHome = twin && writeFiles(twin.plan, twin.rounds)
  const truth = tellTruth(plan, rounds, home.endstatsNames)
  if (twin && twinHome) truth.twin = tellTruth(twin.plan, twin.rounds, twinHome.endstatsNames)
  const files = [...home.files, ...(twinHome?.files ?? [])]
  const written = files
    .filter(({ isLost }) => !isLost)
    .map(({ kind, server, file_name, bytes, writtenAt }) => ({ kind, server, file_name, bytes, writtenAt }))
  if (plan.sources.length === 0) return { files: written, gametimes: [], proximity: [], messages: [], truth, rounds }
  const servers = [playOf(plan.server, 27_960, rounds, home.files)]
  if (twin && twinHome) servers.push(playOf(twin.plan.server, 27_961, twin.rounds, twinHome.files))
  const { gametimes, proximity, messages, ...told } = leaveTraces(servers, {
    seed: plan.seed,
    dice: plan.dice,
    sources: plan.sources,
    emitterOf: (evening) => plan.evenings[evening]!.emitter,
    trackerOf: (evening) => plan.evenings[evening]!.tracker,
    timeZone: plan.timeZone,
    since: instantOfLocalTime(plan.evenings[0]!.date, '12:00', plan.timeZone) - 30 * 86_400_000,
  })
  return { files: written, gametimes, proximity, messages, truth: { ...truth, ...told }, rounds }
}

type WrittenFile = SimulatedFile & { round: PlayedRound; isLost: boolean }

function writeFiles(plan: SeasonPlan, rounds: readonly PlayedRound[]): { files: WrittenFile[]; endstatsNames: Map<PlayedRound, string[]> } {
  const endstatsNames = new Map<PlayedRound, string[]>()
  const files = rounds.flatMap((round): WrittenFile[] => {
    const tables = writeEndstatsFiles(round).map((text, index): WrittenFile => {
      const writtenAt = round.endstatsWrittenAt[index]!
      const stamp = localStamp(writtenAt, round.timeZone)
      const name = `${stamp}-${round.script.map.name}-round-${round.statedNumber}-endstats.txt`
      return { kind: 'endstats', server: plan.server, file_name: name, bytes: Buffer.from(text, 'utf8'), writtenAt, round, isLost: false }
    })
    endstatsNames.set(
      round,
      tables.map((file) => file.file_name),
    )
    return [
      ...tables,
      {
        kind: 'stats' as const,
        server: plan.server,
        file_name: `${round.key}.txt`,
        bytes: encode(writeStatsFile(round), round.nameEncoding),
        writtenAt: round.writtenAt,
        round,
        isLost: round.isLost,
      },
    ]
  })
  const names = new Set(files.map((file) => file.file_name))
  if (names.size !== files.length) throw new Error('Two files of the season bear one name; take another seed')
  return { files, endstatsNames }
}

/** What a second server plays beside the first: the same maps within the same minutes, with people who are not on the first. Undefined where it plays nothing. */
function playTwin(plan: SeasonPlan, starts: ReadonlyMap<number, number>): { plan: SeasonPlan; rounds: PlayedRound[] } | undefined {
  const rounds: PlayedRound[] = []
  const twinPlan: SeasonPlan = { ...plan, server: `${plan.server}-2`, hostname: `${plan.hostname} ^32` }
  let freeAt = 0
  for (const evening of plan.evenings) {
    for (const match of evening.matches) {
      const subject = `match ${match.index}`
      if (!plan.dice.strikes('twin_server', subject)) continue
      const startsAt = starts.get(match.index)! + plan.dice.randomOf('twin_server', subject).pick([0, 1, 3, 12, 40]) * 1_000
      if (startsAt < freeAt) continue
      const size = match.teams.a.length
      const teams = { a: evening.absent.slice(0, size), b: evening.absent.slice(size, size * 2) }
      // the same chance as on the first server, so that at least the first half ends alike
      const random = createRandom(`${plan.seed}|match ${match.index}`)
      const played = playMatch(twinPlan, evening, { ...match, teams, bench: evening.absent.slice(size * 2) }, startsAt, random)
      rounds.push(...played.rounds)
      freeAt = played.endsAt
    }
  }
  return rounds.length > 0 ? { plan: twinPlan, rounds } : undefined
}

function playOf(server: string, port: number, rounds: readonly PlayedRound[], files: readonly WrittenFile[]): ServerPlay {
  const named = files.map(({ kind, file_name, bytes, writtenAt, round, isLost }) => ({
    kind,
    file_name,
    sizeBytes: bytes.byteLength,
    writtenAt,
    round,
    isLost,
  }))
  return { server, port, rounds, files: named }
}

function encode(text: string, wanted: 'utf8' | 'latin1'): Uint8Array {
  const isLatin1 = wanted === 'latin1' && [...text].every((character) => character.codePointAt(0)! <= 0xff)
  return Buffer.from(text, isLatin1 ? 'latin1' : 'utf8')
}
