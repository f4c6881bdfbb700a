import { expect, test } from 'vitest'
import type { ArtefactTruth } from '../../simulator/artefact_truth.ts'
import { offsetAt } from '../../simulator/local_clock.ts'
import { type Season, simulateSeason } from '../../simulator/simulate_season.ts'

const zone = 'Europe/Ljubljana'
const seasons = ['a', 'c'].map((seed) =>
  simulateSeason({ seed, evenings: 16, generations: ['c0rnp0rn8'], sources: ['gametimes', 'stats_ready', 'proximity'], defects: 'all' }),
)

/** A stats file by its name, with the one or two instants (seconds) that its stamp can mean. */
type Stamp = { server: string; key: string; map: string; stamps: number[] }
type Payload = { server: string; map: string; end: number; isGhost: boolean; artefacts: ArtefactTruth[] }

function stampsOf({ files }: Season): Stamp[] {
  return files.flatMap((file) => {
    const named = /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})-(.+)-round-\d\.txt$/.exec(file.file_name)
    if (!named) return []
    const shown = Date.parse(`${named[1]}T${named[2]}:${named[3]}:${named[4]}Z`)
    const readings = new Set([-86_400_000, 86_400_000].map((away) => (shown - offsetAt(shown + away, zone)) / 1_000))
    return [{ server: file.server, key: file.file_name.slice(0, -4), map: named[5]!, stamps: [...readings] }]
  })
}

function payloadsOf({ truth }: Season): Payload[] {
  const payloads = new Map<string, Payload>()
  for (const one of truth.artefacts!) {
    if (!one.stated) continue
    const map = mapOf((one.round_key ?? one.played_key)!)
    const { round_end_unix: end, playtime_seconds: played } = one.stated
    const key = `${one.server} ${map} ${end}`
    const payload = payloads.get(key) ?? { server: one.server, map, end, isGhost: played > 0 && played < 30, artefacts: [] }
    payload.artefacts.push(one)
    payloads.set(key, payload)
  }
  return [...payloads.values()]
}

function mapOf(key: string): string {
  return /^.{17}-(.+)-round-\d$/.exec(key)![1]!
}

/** Pairs a payload with a stats file where each is the other's only candidate; what lived for less than 30 seconds comes after. */
function pair(stamps: readonly Stamp[], payloads: readonly Payload[]): Map<Payload, Stamp> {
  const pairs = new Map<Payload, Stamp>()
  const fits = (stamp: Stamp, payload: Payload) =>
    stamp.server === payload.server &&
    stamp.map === payload.map &&
    stamp.stamps.some((at) => at - payload.end >= -8 && at - payload.end <= 30)
  for (const isGhost of [false, true]) {
    const taken = new Set(pairs.values())
    const left = payloads.filter((payload) => payload.isGhost === isGhost)
    const free = stamps.filter((stamp) => !taken.has(stamp))
    for (const payload of left) {
      const [only, ...others] = free.filter((stamp) => fits(stamp, payload))
      if (only && others.length === 0 && left.filter((other) => fits(only, other)).length === 1) pairs.set(payload, only)
    }
  }
  return pairs
}

test('who pairs by server, map and end alone finds every payload that the truth calls findable, and never a wrong round', () => {
  let found = 0
  for (const season of seasons) {
    const stamps = stampsOf(season)
    const payloads = payloadsOf(season)
    const pairs = pair(stamps, payloads)
    for (const payload of payloads) {
      for (const one of payload.artefacts) {
        const key = (one.round_key ?? one.played_key)!
        const stamp = pairs.get(payload)
        if (stamp) {
          expect([stamp.key, one.none_because === 'ghost'], one.name).toEqual([key, false])
          found += 1
        } else if (one.round_key && stamps.some((other) => other.server === one.server && other.key === key)) {
          expect(one.hindrance, `${one.artefact} ${one.name}`).not.toBeNull()
        }
      }
    }
  }
  expect(found).toBeGreaterThan(300)
})

test('a proximity file ends within 30 seconds of its own round and of no other, or the truth says what is in the way', () => {
  let found = 0
  for (const season of seasons) {
    const stamps = stampsOf(season)
    for (const track of season.truth.tracks!) {
      const told = season.truth.artefacts!.find(
        (one) => one.artefact === 'proximity_file' && one.server === track.server && one.name === track.file_name,
      )!
      const map = mapOf(track.played_key)
      const near = stamps.filter(
        (one) => one.server === track.server && one.map === map && one.stamps.some((at) => Math.abs(at - 3 - track.round_end_unix) <= 30),
      )
      if (near.length === 1) {
        expect(near[0]!.key).toBe(track.played_key)
        found += 1
      } else if (told.round_key && stamps.some((one) => one.server === track.server && one.key === track.played_key)) {
        expect(told.hindrance, told.name).not.toBeNull()
      }
    }
  }
  expect(found).toBeGreaterThan(150)
})
