import type { ArtefactTruth, TrackTruth } from '../artefact_truth.ts'
import { clockOffsetOf, type Defect, type Dice, zoneDefects } from '../defects.ts'
import type { TraceOptions } from '../leave_traces.ts'
import { localStamp } from '../local_clock.ts'
import type { PlayedRound } from '../played_round.ts'
import { createRandom } from '../random.ts'
import { type TrackOptions, trackerTime, trackRound } from './track_round.ts'
import { trackers } from './trackers.ts'
import { writeEngagementsFile } from './write_engagements_file.ts'

/** A proximity file as it lies on the game server. It is big: its bytes are made anew by every call of `read`, always the same. */
export type ProximityFile = { kind: 'proximity'; server: string; file_name: string; read: () => Uint8Array; writtenAt: number }

type Left = { files: ProximityFile[]; artefacts: ArtefactTruth[]; tracks: TrackTruth[] }
type Writing = { file: ProximityFile; artefact: ArtefactTruth; track: TrackTruth }

/** The proximity files of one server's rounds. Of what is cut off only newer trackers tell, and only where the map changed or the server stopped. */
export function leaveProximityFiles(rounds: readonly PlayedRound[], options: TraceOptions): Left {
  const left: Left = { files: [], artefacts: [], tracks: [] }
  for (const [index, round] of rounds.entries()) {
    const { dice } = options
    const subject = `${round.server}|${round.key}`
    const tracker = trackers[options.trackerOf(round.eveningIndex)]
    const isCutOff = round.script.end === 'aborted'
    const next = rounds[index + 1]
    const isRestarted = next !== undefined && next.startedAt - round.endedAt <= 600_000 && next.script.map.name === round.script.map.name
    const isSilent = round.script.participants.length === 0 || (isCutOff && (tracker.isOld || isRestarted))
    if (isSilent || dice.strikes('proximity_lost', subject)) continue
    for (const { file, artefact, track } of writingsOf(round, next, subject, tracker, options)) {
      left.files.push(file)
      left.artefacts.push(artefact)
      left.tracks.push(track)
    }
  }
  return left
}

function writingsOf(
  round: PlayedRound,
  next: PlayedRound | undefined,
  subject: string,
  tracker: TrackOptions['tracker'],
  { dice, seed, timeZone }: TraceOptions,
): Writing[] {
  const { script } = round
  const evening = `${round.server}|${round.eveningIndex}`
  const defects: Defect[] = zoneDefects(round.timeZone, timeZone)
  const strikes = (defect: Defect, of = subject): boolean => {
    const isStruck = dice.strikes(defect, of)
    if (isStruck) defects.push(defect)
    return isStruck
  }
  const clockOffset = clockOffsetOf(dice, round.server, round.eveningIndex)
  if (clockOffset !== 0) defects.push('clock_skew')
  const random = createRandom(`${seed}|${subject}|tracker`)
  const trackOptions: TrackOptions = {
    tracker,
    intervalMs: round.eveningIndex % 2 === 0 || tracker.name !== 'v4' ? 200 : 500,
    clockZeroMs: clockZero(tracker, strikes, subject, dice),
    hasSprint: !(tracker.isOld && strikes('no_sprint', evening)),
    how: script.end === 'aborted' ? 'shutdown' : 'round_end',
  }
  const saysOne = tracker.saysOne || (script.number === 2 && strikes('says_one'))
  const statedNumber = saysOne ? 1 : script.number
  const hasUnknown = strikes('unknown_parts')
  const cut = strikes('truncated_file') ? 0.35 + dice.randomOf('truncated_file', subject).next() * 0.6 : undefined
  const startUnix = Math.floor(round.startedAt / 1_000) + clockOffset
  const isAborted = script.end === 'aborted'
  const lag = random.integer(0, 1) * 1_000

  function write(endedAt: number, isAgain: boolean): Writing {
    const writtenAt = endedAt + lag
    const endUnix = Math.floor(endedAt / 1_000) + clockOffset
    const name = `${localStamp(writtenAt, round.timeZone)}-${script.map.name}-round-${statedNumber}_engagements.txt`
    const read = (): Uint8Array => {
      const sections = trackRound(round, trackOptions, createRandom(`${seed}|${subject}|ways`))
      const header = { startUnix, endUnix, statedNumber, intervalMs: trackOptions.intervalMs, map: script.map }
      const text = writeEngagementsFile(tracker, header, sections, hasUnknown)
      const isLatin1 = round.nameEncoding === 'latin1' && [...text].every((character) => character.codePointAt(0)! <= 0xff)
      const bytes = Buffer.from(text, isLatin1 ? 'latin1' : 'utf8')
      return cut === undefined ? bytes : bytes.subarray(0, Math.floor(bytes.byteLength * cut))
    }
    const hindrance = isAborted ? null : isAgain ? 'written_again' : defects.includes('wrong_zone') ? 'zone_wrong' : null
    return {
      file: { kind: 'proximity', server: round.server, file_name: name, read, writtenAt },
      artefact: {
        artefact: 'proximity_file',
        server: round.server,
        name,
        round_key: isAborted ? null : round.key.toLowerCase(),
        none_because: isAborted ? 'aborted' : null,
        played_key: isAborted ? round.key.toLowerCase() : null,
        hindrance,
        defects: [...defects],
        at: new Date(writtenAt).toISOString(),
        webhook_id: null,
        stated: null,
      },
      track: {
        server: round.server,
        file_name: name,
        played_key: round.key.toLowerCase(),
        tracker: tracker.name,
        interval_ms: trackOptions.intervalMs,
        clock_zero_ms: trackOptions.clockZeroMs,
        clock_end_ms: trackerTime(round, trackOptions, script.lengthMs),
        round_start_unix: startUnix,
        round_end_unix: endUnix,
        stated_round_number: statedNumber,
        has_sprint: trackOptions.hasSprint,
        is_truncated: cut !== undefined,
        ...happenings(round, trackOptions),
      },
    }
  }

  const once = write(round.endedAt, false)
  // a file that broke off is written once more when the next map comes up
  const again =
    next && next.matchIndex !== round.matchIndex && next.eveningIndex === round.eveningIndex ? next.startedAt - 20_000 : undefined
  return cut === undefined || tracker.isOld || again === undefined ? [once] : [once, write(again, true)]
}

/** What the clock shows when play begins. */
function clockZero(tracker: TrackOptions['tracker'], strikes: (defect: Defect) => boolean, subject: string, dice: Dice): number {
  const early = tracker.family < 6 && strikes('map_load_anchor') ? dice.randomOf('map_load_anchor', subject).integer(60, 180) * 1_000 : 0
  if (early > 0) return early
  if (!tracker.isOld) return 500
  if (strikes('negative_times')) return -dice.randomOf('negative_times', subject).integer(600, 5_600)
  return strikes('clock_drift') ? dice.randomOf('clock_drift', subject).integer(-5_600, 9_000) : 30
}

function happenings(round: PlayedRound, options: TrackOptions): Pick<TrackTruth, 'deaths' | 'spawns' | 'revives'> {
  const guidOf = (slot: number) => round.script.participants.find((who) => who.slot === slot)!.player.guid
  const deaths = round.events.flatMap((event): TrackTruth['deaths'] => {
    if (event.kind !== 'kill' && event.kind !== 'team_kill' && event.kind !== 'self_kill') return []
    const victim = event.kind === 'self_kill' ? event.slot : event.target
    return [
      { at_ms: trackerTime(round, options, event.at), victim_guid: guidOf(victim), killer_guid: guidOf(event.slot), kind: event.kind },
    ]
  })
  const count = (kind: string) => round.events.filter((event) => event.kind === kind).length
  return { deaths, spawns: count('spawn'), revives: count('revive') }
}
