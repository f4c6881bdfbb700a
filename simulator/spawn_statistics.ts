import type { Emitter } from './emitters.ts'
import { pausedBefore } from './played_round.ts'
import type { RoundEvent, RoundScript } from './round_events.ts'

/** One player's spawns and deaths as the module lists them, numbers whole. */
export type SpawnStatistics = {
  guid: string
  name: string
  spawns: number
  deaths: number
  dead_seconds: number
  avg_respawn: number
  max_respawn: number
}

type Entry = { guid: string; name: string; spawns: number; deaths: number; deadMs: number; longestMs: number; diedAt: number | undefined }

/**
 * Counts spawns and deaths by guid the way a version of the module does: a revive leaves the gap open until the next spawn, a second death starts it anew,
 * and the clock runs on in pauses. The older versions never close a gap, or never see a spawn. Players in order of their first appearance.
 */
export function countSpawns(
  script: RoundScript,
  events: readonly RoundEvent[],
  rule: Exclude<Emitter['spawns'], 'none'>,
  nameOf: (nick: string) => string,
): SpawnStatistics[] {
  const entries = new Map<string, Entry>()
  const wall = (at: number) => at + pausedBefore(script, at)
  const entryOf = (slot: number): Entry => {
    const who = script.participants.find((one) => one.slot === slot)!
    const { guid } = who.player
    const entry = entries.get(guid) ?? { guid, name: '', spawns: 0, deaths: 0, deadMs: 0, longestMs: 0, diedAt: undefined }
    entry.name = nameOf(who.nick)
    entries.set(guid, entry)
    return entry
  }
  for (const event of events) {
    if (event.kind === 'spawn') {
      const entry = entryOf(event.slot)
      if (rule !== 'no_spawns') entry.spawns += 1
      if (rule === 'right' && entry.diedAt !== undefined) {
        const gapMs = wall(event.at) - entry.diedAt
        entry.deadMs += gapMs
        entry.longestMs = Math.max(entry.longestMs, gapMs)
        entry.diedAt = undefined
      }
    }
    if (event.kind === 'kill' || event.kind === 'team_kill' || event.kind === 'self_kill') {
      const entry = entryOf(event.kind === 'self_kill' ? event.slot : event.target)
      entry.deaths += 1
      entry.diedAt = wall(event.at)
    }
  }
  const end = wall(script.lengthMs)
  return [...entries.values()]
    .filter((entry) => entry.spawns > 0 || entry.deaths > 0)
    .map(({ guid, name, spawns, deaths, deadMs, longestMs, diedAt }) => {
      const seconds = Math.floor((deadMs + (diedAt === undefined ? 0 : end - diedAt)) / 1_000)
      return {
        guid,
        name,
        spawns,
        deaths,
        dead_seconds: seconds,
        avg_respawn: deaths > 0 ? Math.floor(seconds / deaths) : 0,
        max_respawn: Math.floor(longestMs / 1_000),
      }
    })
}

/** The embed's one line about all players. */
export function spawnSummary(list: readonly SpawnStatistics[]): string {
  const sum = (measure: (one: SpawnStatistics) => number) => list.reduce((total, one) => total + measure(one), 0)
  const deaths = sum((one) => one.deaths)
  const average = deaths > 0 ? Math.floor(sum((one) => one.dead_seconds) / deaths) : 0
  const longest = Math.max(0, ...list.map((one) => one.max_respawn))
  return `Players:${list.length} | Spawns:${sum((one) => one.spawns)} | AvgRespawn:${average}s | MaxRespawn:${longest}s`
}
