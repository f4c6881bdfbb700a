import { type Generation, type GenerationName, generationNames, generations } from './generations.ts'
import { dealIncidents, type Incident, type IncidentOptions } from './incidents.ts'
import { addDays, isLastSundayOfOctober } from './local_clock.ts'
import { type GameMap, gameMaps } from './maps.ts'
import { inventPlayers, type Player } from './players.ts'
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
  matches: readonly MatchPlan[]
}

export type SeasonPlan = {
  seed: string
  server: string
  hostname: string
  timeZone: string
  endstats: 'by_generation' | 'none'
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
  const dealt = dealIncidents(evenings, mapsPerEvening, options.incidents, random)
  const first = options.firstEvening ?? '2025-09-03'
  return {
    seed,
    server: options.server ?? 'main',
    hostname: options.hostname ?? '^3full^7hold ^2Range^7.',
    timeZone: options.timeZone ?? 'Europe/Ljubljana',
    endstats: options.endstats ?? 'by_generation',
    evenings: Array.from({ length: evenings }, (_, index) => {
      const date = addDays(first, Math.floor(index / 2) * 7 + (index % 2) * 3)
      const kind = kindOfEvening(date, index)
      const present = random.shuffle(everyone).slice(0, playersPerTeam * 2 + 3)
      const a = present.slice(0, playersPerTeam)
      const b = present.slice(playersPerTeam, playersPerTeam * 2)
      const maps = random.shuffle(gameMaps)
      const matches: MatchPlan[] = []
      for (let match = 0; match < mapsPerEvening; match += 1) {
        const incidentsHere = dealt[index * mapsPerEvening + match]!
        matches.push({
          index: index * mapsPerEvening + match,
          map: incidentsHere.includes('same_map_again') ? matches[match - 1]!.map : maps[match]!,
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
        matches,
      }
    }),
  }
}

function kindOfEvening(date: string, index: number): EveningKind {
  if (isLastSundayOfOctober(addDays(date, 1))) return 'doubled_hour'
  return index % 3 === 2 ? 'midnight' : 'ordinary'
}
