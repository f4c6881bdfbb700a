import { createRandom, type Random } from './random.ts'

type Described = {
  what: string /** What one draw decides. */
  per: 'season' | 'evening' | 'match' | 'round' /** With all defects on. */
  usual: number
}

/** What can go wrong around a season, each with a probability of its own. None happens unless it is asked for. */
export const defects = {
  replay: { per: 'match', usual: 0.12, what: 'a first half, or the whole map, is played again within minutes' },
  abort: {
    per: 'match',
    usual: 0.15,
    what: 'a half is cut off by a restart, a change of map or a server that goes down; it states the other half',
  },
  pause: { per: 'match', usual: 0.12, what: 'both halves are paused once' },
  reconnect: { per: 'match', usual: 0.12, what: 'a player reconnects' },
  spectator: { per: 'match', usual: 0.1, what: 'players go to the spectators' },
  fractional_limit: { per: 'match', usual: 0.12, what: 'the first half already has a limit with a fraction of a minute' },
  lost_stats: { per: 'match', usual: 0.06, what: 'the stats file of the first half is lost; whatever else tells of it is there' },
  twin_server: { per: 'match', usual: 0.25, what: 'a second server plays the same map in the same minute' },
  shared_webhook: { per: 'season', usual: 1, what: 'the second server posts by the webhooks of the first' },
  doubled_hour: { per: 'season', usual: 1, what: 'one evening lies in the night in which clocks are set back' },
  clock_skew: { per: 'evening', usual: 0.15, what: 'the clock of the payloads is off by -20 to 6 seconds, that of Discord by minutes' },
  wrong_zone: { per: 'evening', usual: 0.1, what: 'file names carry the wall clock of another zone than the configured one' },
  webhook_lost: { per: 'round', usual: 0.1, what: 'the message never arrives; a gametimes file may' },
  gametimes_lost: { per: 'round', usual: 0.1, what: 'the gametimes file never arrives; the message may' },
  trigger_lost: { per: 'round', usual: 0.1, what: 'the message that names the file never arrives' },
  duplicate: { per: 'round', usual: 0.1, what: 'a message is delivered twice, as a second message or as the same one' },
  late: { per: 'round', usual: 0.08, what: 'a message is sent one minute to three hours after the end' },
  out_of_order: { per: 'round', usual: 0.08, what: 'a message is sent after that of the next round' },
  wrong_round_number: { per: 'round', usual: 0.05, what: 'a sound round states the other half' },
  stale_start: { per: 'round', usual: 0.05, what: 'a round carries the start time of the round before' },
  clamped_start: {
    per: 'round',
    usual: 0.2,
    what: 'a round that ran its length was measured 15 to 30 seconds too long; newer versions clamp it and move its start',
  },
  ghost: { per: 'round', usual: 0.08, what: 'after the round something of 3 to 29 seconds is emitted as a round' },
  chain_of_ends: { per: 'round', usual: 0.06, what: 'two ghosts end 20 and 45 seconds after the round' },
  no_preset_winner: { per: 'round', usual: 0.3, what: 'what was cut off or a ghost states no winner, therefore a surrender' },
  failed_vote: { per: 'round', usual: 0.06, what: 'somebody called a surrender vote that failed' },
  unseen_vote: { per: 'round', usual: 0.3, what: 'a surrender left no vote' },
  quoted_name: {
    per: 'round',
    usual: 0.06,
    what: 'a name in the rosters holds a quote and a backslash; older versions write broken JSON then',
  },
  truncated_roster: { per: 'round', usual: 0.05, what: 'a roster in the message is cut off in the middle' },
  garbled: { per: 'round', usual: 0.08, what: 'one field of the payload is missing, doubled, null or nonsense' },
  bots: { per: 'match', usual: 0.05, what: 'bots fill both teams up' },
  proximity_lost: { per: 'round', usual: 0.08, what: 'the proximity file never arrives' },
  negative_times: {
    per: 'round',
    usual: 0.5,
    what: 'the clock of an old tracker starts 0.6 to 5.6 seconds below zero, and sampling only above it',
  },
  clock_drift: { per: 'round', usual: 0.3, what: 'the clock of an old tracker is off by up to nine seconds, ahead or behind' },
  map_load_anchor: {
    per: 'round',
    usual: 0.15,
    what: 'the clock of a tracker before 6.11 starts when the map was loaded, a warm-up earlier',
  },
  says_one: { per: 'round', usual: 0.3, what: 'name and header of the proximity file of a second half say 1 in newer layouts too' },
  no_sprint: { per: 'evening', usual: 0.2, what: 'no sample of an old tracker says that anybody sprints' },
  truncated_file: {
    per: 'round',
    usual: 0.06,
    what: 'a proximity file ends in the middle; newer trackers write it again, as short, under a later stamp',
  },
  unknown_parts: { per: 'round', usual: 0.08, what: 'a proximity file has a section and a column that nobody knows' },
  chatter: { per: 'round', usual: 0.1, what: 'messages about no round stand between the others' },
} as const satisfies Record<string, Described>
export type Defect = keyof typeof defects
export const defectNames = Object.keys(defects) as Defect[]

/** Probabilities from 0 to 1 by name, or `all` for the usual ones. */
export type DefectOptions = 'all' | Partial<Record<Defect, number>>

export type Dice = {
  /** Whether a defect strikes a subject. The draw moves no other. */
  strikes(defect: Defect, subject: string): boolean
  /** Chance for how it strikes. */
  randomOf(defect: Defect, subject: string): Random
}

/** Decides for each defect and subject by itself, so that switching one on or off leaves all others where they are. Throws at a probability outside 0 to 1. */
export function castDefects(seed: string, options: DefectOptions | undefined): Dice {
  const wanted: Partial<Record<Defect, number>> =
    options === 'all' ? Object.fromEntries(defectNames.map((name) => [name, defects[name].usual])) : (options ?? {})
  for (const [name, probability] of Object.entries(wanted)) {
    if (!defectNames.includes(name as Defect)) throw new Error(`There is no defect "${name}"; there are ${defectNames.join(', ')}`)
    if (!(probability >= 0 && probability <= 1)) throw new Error(`The probability of ${name} must lie between 0 and 1`)
  }
  return {
    strikes: (defect, subject) => {
      const probability = wanted[defect] ?? 0
      return probability > 0 && createRandom(`${seed}|${defect}|${subject}`).chance(probability)
    },
    randomOf: (defect, subject) => createRandom(`${seed}|${defect}|${subject}|how`),
  }
}

/** How far the clock of a server's modules is off in an evening, in seconds; 0 where nothing struck. */
export function clockOffsetOf(dice: Dice, server: string, eveningIndex: number): number {
  const evening = `${server}|${eveningIndex}`
  return dice.strikes('clock_skew', evening) ? dice.randomOf('clock_skew', evening).integer(-20, 6) : 0
}

/** What an evening's zone does to every trace of it, if its files carry another than the configured one. */
export function zoneDefects(written: string, configured: string): Defect[] {
  return written === configured ? [] : ['wrong_zone']
}
