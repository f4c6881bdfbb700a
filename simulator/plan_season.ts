import { castDefects, type Defect, type DefectOptions, type Dice } from './defects.ts'
import { type EmitterName, emitterNames } from './emitters.ts'
import { type Generation, type GenerationName, generationNames, generations } from './generations.ts'
import { dealIncidents, fitsAfter, type Incident, type IncidentOptions } from './incidents.ts'
import type { TraceSource } from './leave_traces.ts'
import { addDays, isLastSundayOfOctober } from './local_clock.ts'
import { type GameMap, gameMaps } from './maps.ts'
import { inventPlayers, type Player } from './players.ts'
import { type TrackerName, trackerNames } from './proximity/trackers.ts'
import { createRandom } from './random.ts'

export type SeasonOptions = {
  seed?: string | number
  server?: string
  /** As `sv_hostname` says it, with colour codes. */
  hostname?: string
  /** The server's time zone: file names carry its wall clock. */
  timeZone?: string
  /** `YYYY-MM-DD`. */
  firstEvening?: string
  evenings?: number
  mapsPerEvening?: number
  playersPerTeam?: number
  /** Writer generations, spread evenly over the season in this order. */
  generations?: readonly GenerationName[]
  /** Endstats files as the generation writes them, or none at all. */
  endstats?: 'by_generation' | 'none'
  /** Left out: every kind of incident happens. Given: only what it names. */
  incidents?: IncidentOptions
  /** What else tells of the rounds besides stats and endstats files. Left out: nothing. */
  sources?: readonly TraceSource[]
  /** Versions of the timing module, spread evenly over the season in this order. */
  emitters?: readonly EmitterName[]
  /** Layouts of the position tracker's files, spread evenly over the season in this order. */
  trackers?: readonly TrackerName[]
  /** What goes wrong, by name with a probability each, or `all`. Left out: nothing. */
  defects?: DefectOptions
}

export type EveningKind = 'ordinary' | 'midnight' | 'doubled_hour'

export type MatchPlan = {
  index: number
  map: GameMap
  incidents: readonly Incident[]
  teams: { a: readonly Player[]; b: readonly Player[] }
  /** Players at hand who are in neither team. */
  bench: readonly Player[]
  axisInFirstHalf: 'a' | 'b'
  /** A map of no match of this evening. */
  otherMap: GameMap
}

export type EveningPlan = {
  index: number
  kind: EveningKind
  /** Local date and time at which the first warm-up begins. */
  date: string
  time: string
  generation: Generation
  /** How clients' bytes above 0x7F are meant. */
  nameEncoding: 'utf8' | 'latin1'
  /** Whose wall clock the names of its files carry: the server's, unless that is what went wrong. */
  timeZone: string
  emitter: EmitterName
  tracker: TrackerName
  /** Players who play nowhere on the server this evening. */
  absent: readonly Player[]
  matches: readonly MatchPlan[]
}

export type SeasonPlan = {
  seed: string
  server: string
  hostname: string
  timeZone: string
  endstats: 'by_generation' | 'none'
  sources: readonly TraceSource[]
  dice: Dice
  evenings: readonly EveningPlan[]
}

/** Decides everything about a season that does not depend on how its rounds go: dates, writers, rosters, maps, incidents. */
export function planSeason(options: SeasonOptions): SeasonPlan {
  const seed = String(options.seed ?? 1)
  const evenings = options.evenings ?? 25
  const mapsPerEvening = options.mapsPerEvening ?? 7
  const playersPerTeam = options.playersPerTeam ?? 4
  if (mapsPerEvening < 1 || mapsPerEvening >= gameMaps.length)
    throw new Error(`mapsPerEvening must lie between 1 and ${gameMaps.length - 1}`)
  if (playersPerTeam < 2 || playersPerTeam > 8) throw new Error('playersPerTeam must lie between 2 and 8')
  const random = createRandom(`${seed}|plan`)
  const everyone = inventPlayers(playersPerTeam * 4 + 6, random)
  const writers = options.generations ?? generationNames
  const versions = options.emitters ?? emitterNames
  const layouts = options.trackers ?? trackerNames
  const dice = castDefects(seed, options.defects)
  const server = options.server ?? 'main'
  const timeZone = options.timeZone ?? 'Europe/Ljubljana'
  const dealt = withStruckMatches(dealIncidents(evenings, mapsPerEvening, options.incidents, random), mapsPerEvening, dice)
  const first = firstDate(options.firstEvening ?? '2025-09-03', evenings, dice)
  return {
    seed,
    server,
    hostname: options.hostname ?? '^3full^7hold ^2Range^7.',
    timeZone,
    endstats: options.endstats ?? 'by_generation',
    sources: options.sources ?? [],
    dice,
    evenings: Array.from({ length: evenings }, (_, index) => {
      const date = dateOf(first, index)
      const kind = kindOfEvening(date, index)
      const shuffled = random.shuffle(everyone)
      const present = shuffled.slice(0, playersPerTeam * 2 + 3)
      const a = present.slice(0, playersPerTeam)
      const b = present.slice(playersPerTeam, playersPerTeam * 2)
      const maps = random.shuffle(gameMaps)
      const matches: MatchPlan[] = []
      for (let match = 0; match < mapsPerEvening; match += 1) {
        const incidentsHere = dealt[index * mapsPerEvening + match]!
        matches.push({
          index: index * mapsPerEvening + match,
          map: incidentsHere.includes('same_map_again')
            ? matches[match - 1]!.map
            : limited(maps[match]!, `match ${index * mapsPerEvening + match}`, dice),
          incidents: incidentsHere,
          teams: { a, b },
          bench: present.slice(playersPerTeam * 2),
          axisInFirstHalf: random.chance(0.5) ? 'a' : 'b',
          otherMap: maps[gameMaps.length - 1]!,
        })
      }
      return {
        index,
        kind,
        date: kind === 'doubled_hour' ? addDays(date, 1) : date,
        time: { ordinary: '20:45', midnight: '22:40', doubled_hour: '00:55' }[kind],
        generation: generations[writers[Math.floor((index * writers.length) / evenings)]!],
        nameEncoding: index % 3 === 1 ? 'latin1' : 'utf8',
        timeZone: zoneOf(`${server}|${index}`, timeZone, kind, dice),
        emitter: versions[Math.floor((index * versions.length) / evenings)]!,
        tracker: layouts[Math.floor((index * layouts.length) / evenings)]!,
        absent: shuffled.slice(playersPerTeam * 2 + 3),
        matches,
      }
    }),
  }
}

function kindOfEvening(date: string, index: number): EveningKind {
  if (isLastSundayOfOctober(addDays(date, 1))) return 'doubled_hour'
  return index % 3 === 2 ? 'midnight' : 'ordinary'
}

/** Evening after evening, two in a week. */
function dateOf(first: string, index: number): string {
  return addDays(first, Math.floor(index / 2) * 7 + (index % 2) * 3)
}

/** The first evening's date; moved so that an evening of the middle lies in the doubled hour where that is wanted and none would. */
function firstDate(first: string, evenings: number, dice: Dice): string {
  const isDoubled = (start: string) => Array.from({ length: evenings }, (_, index) => dateOf(start, index)).some(isEveOfDoubledHour)
  if (!dice.strikes('doubled_hour', 'season') || isDoubled(first)) return first
  const middle = Math.floor(evenings / 2)
  for (let days = 0; days < 400; days += 1) if (isEveOfDoubledHour(dateOf(addDays(first, days), middle))) return addDays(first, days)
  return first
}

function isEveOfDoubledHour(date: string): boolean {
  return isLastSundayOfOctober(addDays(date, 1))
}

const incidentsOfDefect = {
  replay: ['replayed_r1', 'same_map_again'],
  abort: ['aborted_r1', 'aborted_r1_map_change', 'aborted_r1_server_down', 'aborted_r2'],
  pause: ['pause'],
  reconnect: ['reconnect_in_r1', 'reconnect_between', 'reconnect_in_r2', 'reconnect_idle_r2'],
  spectator: ['spectator_r2', 'substitution_in_r2'],
  lost_stats: ['orphan_r2'],
  bots: ['bots'],
} as const satisfies Partial<Record<Defect, readonly Incident[]>>

/** The dealt incidents, with those of the defects on matches that have none. */
function withStruckMatches(dealt: readonly Incident[][], matchesPerEvening: number, dice: Dice): Incident[][] {
  const struck: Incident[][] = []
  for (const [match, own] of dealt.entries()) {
    const subject = `match ${match}`
    const before = match % matchesPerEvening === 0 ? undefined : struck[match - 1]
    const isBound = own.length > 0 || dealt[match + 1]?.includes('same_map_again')
    const defect = isBound
      ? undefined
      : (Object.keys(incidentsOfDefect) as (keyof typeof incidentsOfDefect)[]).find((name) => dice.strikes(name, subject))
    const fit = defect === undefined ? [] : incidentsOfDefect[defect].filter((incident) => fitsAfter(incident, before))
    struck.push(defect === undefined || fit.length === 0 ? own : [dice.randomOf(defect, subject).pick(fit)])
  }
  return struck
}

function limited(map: GameMap, subject: string, dice: Dice): GameMap {
  if (!dice.strikes('fractional_limit', subject)) return map
  const seconds = map.limitMinutes * 60 - dice.randomOf('fractional_limit', subject).integer(1, 59)
  return { ...map, limitMinutes: seconds / 60 }
}

function zoneOf(subject: string, timeZone: string, kind: EveningKind, dice: Dice): string {
  if (kind === 'doubled_hour' || !dice.strikes('wrong_zone', subject)) return timeZone
  const others = ['UTC', 'Europe/London', 'Europe/Helsinki', 'Asia/Kolkata', 'America/New_York'].filter((zone) => zone !== timeZone)
  return dice.randomOf('wrong_zone', subject).pick(others)
}
