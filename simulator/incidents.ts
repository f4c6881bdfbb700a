import type { Random } from './random.ts'

/** What can happen to one match of an evening beyond two ordinary halves. */
export const incidents = {
  surrender_r1_attackers: 'the attackers of the first half give up: looks like a hold',
  surrender_r1_defenders: 'the defenders of the first half give up: looks like a completed objective',
  surrender_r2_attackers: 'the attackers of the second half give up: looks like a hold',
  surrender_r2_defenders: 'the defenders of the second half give up: looks like a completed objective',
  surrender_both: 'the attackers give up in both halves',
  early_hold_r1: 'the first half ends early as a hold without a vote',
  early_hold_r2: 'the second half ends early as a hold without a vote',
  double_hold: 'both halves are held to the end',
  hold_then_set: 'the first half is held, the second half set',
  aborted_r1: 'the first half is cut off and played anew on the same map at once',
  aborted_r1_map_change: 'the first half is cut off by a change of map',
  aborted_r1_server_down: 'the first half is cut off, the server comes back after a quarter of an hour',
  aborted_r2: 'the second half of a set first half is cut off',
  replayed_r1: 'the first half is finished, reset and played again',
  r1_only: 'nobody plays the second half',
  orphan_r2: 'the file of the first half is lost',
  header_only: 'an empty server runs out its limit after this match',
  same_map_again: 'the map of the match before is played again',
  reconnect_in_r1: 'a player reconnects inside the first half',
  reconnect_between: 'a player reconnects between the halves',
  reconnect_in_r2: 'a player reconnects inside the second half',
  reconnect_idle_r2: 'a player reconnects inside the second half and never acts again',
  late_joiner_r1: 'a player joins inside the first half',
  late_joiner_r2: 'a player joins inside the second half',
  early_leaver_r1: 'a player leaves inside the first half for good',
  early_leaver_r2: 'a player leaves inside the second half',
  substitution_between: 'a player watches the second half, another takes his place',
  substitution_in_r2: 'a player goes to the spectators inside the second half, another takes his place',
  spectator_r2: 'one player of each team watches the second half',
  bots: 'bots fill both teams up',
  rename_between: 'a player renames between the halves',
  pause: 'both halves are paused once',
} as const
export type Incident = keyof typeof incidents
export const incidentNames = Object.keys(incidents) as Incident[]

export type IncidentOptions = {
  /** Share of the matches that get an incident from the deck. */
  rate?: number
  /** How often a kind lies in the deck; kinds that are left out do not. */
  weights?: Partial<Record<Incident, number>>
  /** Kinds forced on single matches, counted from 0 over the season. Such a match gets nothing from the deck. */
  atMatch?: Record<number, Incident | readonly Incident[]>
}

/** Kinds after which the same map cannot follow at once, because its files would pair differently. */
const leavesPairingOpen: readonly Incident[] = [
  'aborted_r1_map_change',
  'aborted_r1_server_down',
  'aborted_r2',
  'replayed_r1',
  'r1_only',
  'orphan_r2',
]

/** Deals incidents to matches, one list per match. Without options every kind lies in the deck once and four matches of nine draw. */
export function dealIncidents(
  evenings: number,
  matchesPerEvening: number,
  options: IncidentOptions | undefined,
  random: Random,
): Incident[][] {
  const weights = options ? (options.weights ?? {}) : Object.fromEntries(incidentNames.map((name) => [name, 1]))
  const rate = options ? (options.rate ?? (options.weights ? 0.45 : 0)) : 0.45
  const fullDeck = Object.entries(weights).flatMap(([name, count]) => Array.from({ length: count ?? 0 }, () => name as Incident))
  const deck: Incident[] = []
  const dealt: Incident[][] = []
  for (let match = 0; match < evenings * matchesPerEvening; match += 1) {
    const isFirst = match % matchesPerEvening === 0
    const before = isFirst ? undefined : dealt[match - 1]
    const forced = options?.atMatch?.[match]
    if (forced !== undefined) {
      const list = typeof forced === 'string' ? [forced] : [...forced]
      const unfit = list.find((name) => !fitsAfter(name, before))
      if (unfit)
        throw new Error(`Incident ${unfit} cannot happen at match ${match}: it needs a finished match of the same evening before it`)
      dealt.push(list)
      continue
    }
    if (fullDeck.length === 0 || !random.chance(rate)) {
      dealt.push([])
      continue
    }
    if (!deck.some((name) => fitsAfter(name, before))) deck.push(...random.shuffle(fullDeck))
    const position = deck.findIndex((name) => fitsAfter(name, before))
    dealt.push(position < 0 ? [] : deck.splice(position, 1))
  }
  return dealt
}

/** Whether an incident can happen to a match, by what happened to the match before it on the same evening (undefined: there is none). */
export function fitsAfter(name: Incident, before: readonly Incident[] | undefined): boolean {
  if (name !== 'same_map_again') return true
  return before !== undefined && !before.some((other) => leavesPairingOpen.includes(other))
}
