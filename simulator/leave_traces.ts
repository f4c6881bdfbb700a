import type { ArtefactTruth, DiscordTruth, StatedTruth, TimingTruth, TrackTruth } from './artefact_truth.ts'
import { type Defect, type Dice, zoneDefects } from './defects.ts'
import { composeMessage, type DiscordMessage, type Sender, snowflake, triggerBody } from './discord_messages.ts'
import { type Emission, limitText } from './emit_round.ts'
import type { EmitterName } from './emitters.ts'
import { garbledFields, garblePayload } from './garble_payload.ts'
import { type Played, playTimings } from './play_timings.ts'
import type { PlayedRound } from './played_round.ts'
import { leaveProximityFiles, type ProximityFile } from './proximity/leave_proximity_files.ts'
import type { TrackerName } from './proximity/trackers.ts'
import { createRandom } from './random.ts'
import { describeEmission, gametimesName, gametimesText, type Payload, payloadText } from './write_payload.ts'

export const traceSources = ['gametimes', 'stats_ready', 'filename_trigger', 'proximity'] as const
export type TraceSource = (typeof traceSources)[number]

/** A gametimes file as it lies on the game server. */
export type GametimesFile = { kind: 'gametimes'; server: string; file_name: string; bytes: Uint8Array; writtenAt: number }

/** What one server played and what it wrote of it, whether it arrived or not. */
export type ServerPlay = {
  server: string
  port: number
  /** In order of play. */
  rounds: readonly PlayedRound[]
  files: readonly {
    kind: 'stats' | 'endstats'
    file_name: string
    sizeBytes: number
    writtenAt: number
    round: PlayedRound
    isLost: boolean
  }[]
}

export type TraceOptions = {
  seed: string
  dice: Dice
  sources: readonly TraceSource[]
  /** Which version runs in an evening. */
  emitterOf: (eveningIndex: number) => EmitterName
  /** Which layout the position tracker writes in an evening. */
  trackerOf: (eveningIndex: number) => TrackerName
  /** The zone that the servers are configured with. */
  timeZone: string
  /** Before everything else: when channel and webhooks were made. */
  since: number
}

/** `messages` are deliveries in order of time: an id may come twice. */
export type Traces = {
  gametimes: GametimesFile[]
  proximity: ProximityFile[]
  messages: DiscordMessage[]
  artefacts: ArtefactTruth[]
  timings: TimingTruth[]
  tracks: TrackTruth[]
  discord: DiscordTruth
}

type Sent = { at: number; message: DiscordMessage }

/** Writes what the timing modules and the watchers of the servers leave of an evening, defects included, and tells of each artefact what it is about. */
export function leaveTraces(servers: readonly ServerPlay[], options: TraceOptions): Traces {
  const { dice, since } = options
  const isShared = servers.length > 1 && dice.strikes('shared_webhook', 'season')
  const channelId = snowflake(since, 1)
  const webhookOf = (purpose: 'stats_ready' | 'filename_trigger', server: string) => {
    const index = isShared ? 0 : servers.findIndex((one) => one.server === server)
    return snowflake(since + 60_000, 10 + index * 2 + (purpose === 'stats_ready' ? 0 : 1))
  }
  const traces: Omit<Traces, 'messages' | 'discord'> = { gametimes: [], proximity: [], artefacts: [], timings: [], tracks: [] }
  const sent: Sent[] = []
  let sequence = 100

  function send(at: number, sender: Sender, body: Parameters<typeof composeMessage>[4], about: Omit<ArtefactTruth, 'name' | 'at'>): string {
    sequence += 1
    const message = composeMessage(at, sequence, channelId, sender, body)
    sent.push({ at, message })
    traces.artefacts.push({ ...about, name: message.id, at: new Date(at).toISOString() })
    return message.id
  }

  /** Sends a message once, or twice where a duplicate strikes: as a second message, or as a second delivery of the first. */
  function post(
    at: number,
    subject: string,
    webhookId: string,
    body: Parameters<typeof composeMessage>[4],
    about: Omit<ArtefactTruth, 'name' | 'at' | 'webhook_id'>,
  ): string[] {
    const isTwice = dice.strikes('duplicate', subject)
    const told = { ...about, webhook_id: webhookId, defects: isTwice ? [...about.defects, 'duplicate' as const] : about.defects }
    const ids = [send(at, { webhookId }, body, told)]
    if (!isTwice) return ids
    const random = dice.randomOf('duplicate', subject)
    const again = at + random.integer(1_000, 25_000)
    if (random.chance(0.5)) sent.push({ at: again, message: sent.at(-1)!.message })
    else ids.push(send(again, { webhookId }, body, told))
    return ids
  }

  const emitted = new Map<string, Played[]>()
  for (const play of servers) {
    const { played, timings } = playTimings(play, options)
    emitted.set(play.server, played)
    traces.timings.push(...timings)
  }
  for (const play of servers) {
    leaveTimings(play)
    leaveFiles(play)
  }
  if (options.sources.includes('proximity')) {
    for (const play of servers) {
      const { files, artefacts, tracks } = leaveProximityFiles(play.rounds, options)
      traces.proximity.push(...files)
      traces.artefacts.push(...artefacts)
      traces.tracks.push(...tracks)
    }
  }

  /** What the server's timing module wrote and sent. */
  function leaveTimings(play: ServerPlay): void {
    const others = servers.filter((one) => one !== play)
    const list = emitted.get(play.server)!
    for (const [index, { emission, subject, defects }] of list.entries()) {
      const { round, emitter } = emission
      const { payload, garbled } = withGarbledField(emission, subject, dice)
      const struck = [...defects, ...(garbled ? ['garbled' as const] : [])]
      const body = payloadText(payload, emitter.escapes)
      const isBroken = !isJson(body)
      const isZoneWrong = round.timeZone !== options.timeZone
      const about = {
        server: play.server,
        round_key: emission.kind === 'round' ? round.key.toLowerCase() : null,
        none_because: emission.kind === 'round' ? null : emission.kind,
        played_key: emission.kind === 'round' ? null : round.key.toLowerCase(),
        defects: struck,
        stated: stateOf(emission, garbled),
      }
      const general =
        emission.kind !== 'round'
          ? null
          : isZoneWrong
            ? ('zone_wrong' as const)
            : looksAborted(emission)
              ? ('looks_aborted' as const)
              : null
      const timing = traces.timings.find((one) => one.server === play.server && one.key === round.key.toLowerCase())!
      const hasFile = emitter.gametimes !== 'none' && options.sources.includes('gametimes') && !dice.strikes('gametimes_lost', subject)
      if (hasFile) {
        const shape = !isBroken && createRandom(`${options.seed}|${subject}|shape`).chance(0.25) ? 'string' : 'object'
        const name = gametimesName(emission)
        traces.gametimes.push({
          kind: 'gametimes',
          server: play.server,
          file_name: name,
          bytes: Buffer.from(gametimesText(emission, body, shape, play.port), 'utf8'),
          writtenAt: emission.emittedAt,
        })
        const hindrance = emission.kind === 'round' && isBroken ? 'broken_json' : general
        const at = new Date(emission.emittedAt).toISOString()
        traces.artefacts.push({ ...about, artefact: 'gametimes_file', name, hindrance, at, webhook_id: null })
        if (emission.kind !== 'ghost') timing.gametimes_files.push(name)
      }
      const isRejected = isBroken || payload.fields.some(({ value }) => (value ?? '').length > 1_024)
      if (isRejected || !options.sources.includes('stats_ready') || dice.strikes('webhook_lost', subject)) continue
      const { at, delays } = sendingTime(play.server, list, index, dice, options.seed)
      const { payload: shown, isCut } = withCutRoster(payload, subject, dice)
      const embeds = (JSON.parse(payloadText(shown, 'twice')) as { embeds: unknown[] }).embeds
      const twin = others.flatMap((one) => emitted.get(one.server)!).find((one) => isSameMinute(one.emission, emission))
      const isServerOpen =
        isShared &&
        (hasFile
          ? twin?.emission.startUnix === emission.startUnix && twin.emission.endUnix === emission.endUnix
          : twin !== undefined || round.isLost || isBeside(others, emission))
      const serverHindrance = isServerOpen ? (twin ? ('same_minute' as const) : ('server_unknown' as const)) : null
      const hindrance = emission.kind === 'round' ? (serverHindrance ?? general ?? garbleHindrance(garbled)) : null
      const told = {
        ...about,
        artefact: 'stats_ready' as const,
        hindrance,
        defects: [...struck, ...delays, ...(isCut ? ['truncated_roster' as const] : [])],
      }
      const ids = post(
        at,
        subject,
        webhookOf('stats_ready', play.server),
        { username: payload.username, content: 'STATS_READY', embeds },
        told,
      )
      if (emission.kind !== 'ghost') timing.message_ids.push(...ids)
      chat(at, subject, embeds)
    }
  }
  /** The server's stats and endstats files, and the messages that name them. */
  function leaveFiles(play: ServerPlay): void {
    const others = servers.filter((one) => one !== play)
    for (const file of play.files) {
      const { round } = file
      const isAborted = round.role === 'aborted'
      const about = {
        server: play.server,
        round_key: isAborted ? null : round.key.toLowerCase(),
        none_because: isAborted ? ('aborted' as const) : null,
        played_key: isAborted ? round.key.toLowerCase() : null,
        defects: zoneDefects(round.timeZone, options.timeZone),
        stated: null,
      }
      if (!file.isLost) {
        const artefact = file.kind === 'stats' ? ('stats_file' as const) : ('endstats_file' as const)
        const at = new Date(file.writtenAt).toISOString()
        traces.artefacts.push({ ...about, artefact, name: file.file_name, hindrance: null, at, webhook_id: null })
      }
      const subject = `${play.server}|${file.file_name}`
      const body = triggerBody(file.file_name, file.sizeBytes)
      if (!body || !options.sources.includes('filename_trigger') || dice.strikes('trigger_lost', subject)) continue
      const random = createRandom(`${options.seed}|${subject}|trigger`)
      const isLate = dice.strikes('late', subject)
      const at =
        file.writtenAt + 3_000 + random.integer(200, 1_500) + (isLate ? dice.randomOf('late', subject).integer(60, 10_800) * 1_000 : 0)
      const isTwin = isShared && others.some((one) => one.files.some((other) => other.file_name === file.file_name))
      post(at, subject, webhookOf('filename_trigger', play.server), body, {
        ...about,
        artefact: 'filename_trigger',
        hindrance: isTwin ? 'same_minute' : isShared && file.isLost ? 'server_unknown' : null,
        defects: isLate ? [...about.defects, 'late'] : about.defects,
      })
    }
  }
  /** Says something that is about no round: a live announcement, a person's remark, or a copy of the payload from a webhook that nobody knows. */
  function chat(at: number, subject: string, embeds: unknown[]): void {
    if (!dice.strikes('chatter', subject)) return
    const random = dice.randomOf('chatter', subject)
    const later = at + random.integer(2_000, 40_000)
    const about: Omit<ArtefactTruth, 'name' | 'at' | 'webhook_id'> = {
      artefact: 'other_message',
      server: subject.split('|')[0]!,
      round_key: null,
      none_because: 'not_a_round',
      played_key: null,
      hindrance: null,
      defects: ['chatter'],
      stated: null,
    }
    const kind = random.pick(['live', 'person', 'stranger'] as const)
    if (kind === 'live') {
      const webhookId = webhookOf('stats_ready', about.server)
      const embed = { title: 'Objective Update', description: 'The tank has passed the barrier!', color: 15_105_570 }
      send(later, { webhookId }, { username: 'ET:Legacy Live', content: '', embeds: [embed] }, { ...about, webhook_id: webhookId })
    } else if (kind === 'person') {
      const sender = { userId: snowflake(since, 900), username: 'lapwing' }
      send(later, sender, { content: random.pick(['gg', 'STATS_READY', 'rematch?']), embeds: [] }, { ...about, webhook_id: null })
    } else {
      const webhookId = snowflake(since, 901)
      send(later, { webhookId }, { username: 'ET:Legacy Stats', content: 'STATS_READY', embeds }, { ...about, webhook_id: webhookId })
    }
  }

  function onlyAttaches({ artefact, round_key: key }: ArtefactTruth): boolean {
    return key !== null && (artefact === 'endstats_file' || artefact === 'proximity_file')
  }
  /** Whether anything tells of a round besides what only attaches to one. */
  function isKnown({ server, round_key: key }: ArtefactTruth): boolean {
    return traces.artefacts.some((one) => one.server === server && one.round_key === key && !onlyAttaches(one) && one.hindrance === null)
  }

  const names = new Set(traces.gametimes.map((file) => `${file.server}/${file.file_name}`))
  if (names.size !== traces.gametimes.length) throw new Error('Two gametimes files of one server bear one name; take another seed')
  const webhooks = servers.flatMap(({ server }) =>
    (['stats_ready', 'filename_trigger'] as const).map((purpose) => ({ webhook_id: webhookOf(purpose, server), server, purpose })),
  )
  for (const artefact of traces.artefacts)
    if (onlyAttaches(artefact) && artefact.hindrance === null && !isKnown(artefact)) artefact.hindrance = 'round_unknown'
  sent.sort((left, right) => left.at - right.at)
  return { ...traces, messages: sent.map(({ message }) => message), discord: { channel_id: channelId, webhooks } }
}

function sendingTime(server: string, list: readonly Played[], index: number, dice: Dice, seed: string): { at: number; delays: Defect[] } {
  const { emission, subject } = list[index]!
  const evening = `${server}|${emission.round.eveningIndex}`
  const away = dice.strikes('clock_skew', evening) ? dice.randomOf('clock_skew', `${evening}|discord`).integer(-600, 600) * 1_000 : 0
  const usual = emission.emittedAt + emission.emitter.sendsAfterMs + createRandom(`${seed}|${subject}|send`).integer(150, 1_800) + away
  const next = list[index + 1]?.emission
  if (next && next.emittedAt - emission.emittedAt < 7_200_000 && dice.strikes('out_of_order', subject))
    return { at: next.emittedAt + away + dice.randomOf('out_of_order', subject).integer(8, 60) * 1_000, delays: ['out_of_order'] }
  if (dice.strikes('late', subject)) return { at: usual + dice.randomOf('late', subject).integer(60, 10_800) * 1_000, delays: ['late'] }
  return { at: usual, delays: [] }
}

function withGarbledField(emission: Emission, subject: string, dice: Dice): { payload: Payload; garbled: string | null } {
  const payload = describeEmission(emission)
  if (emission.kind !== 'round' || !dice.strikes('garbled', subject)) return { payload, garbled: null }
  const garbled = dice.randomOf('garbled', subject).pick(garbledFields)
  return { payload: garblePayload(payload, garbled), garbled }
}

function withCutRoster(payload: Payload, subject: string, dice: Dice): { payload: Payload; isCut: boolean } {
  if (!dice.strikes('truncated_roster', subject)) return { payload, isCut: false }
  const name = dice.randomOf('truncated_roster', subject).pick(['Axis_JSON', 'Allies_JSON'])
  const isLongEnough = payload.fields.some((field) => field.name === name && (field.value ?? '').length > 60)
  const fields = payload.fields.map((field) =>
    field.name === name && isLongEnough ? { ...field, value: field.value!.slice(0, Math.floor(field.value!.length * 0.6)) } : field,
  )
  return { payload: { ...payload, fields }, isCut: isLongEnough }
}

function garbleHindrance(garbled: string | null): ArtefactTruth['hindrance'] {
  if (garbled === 'map_empty') return 'map_missing'
  if (garbled === 'end_missing' || garbled === 'end_nonsense') return 'end_missing'
  return garbled === 'round_negative' ? 'number_invalid' : null
}

/** A payload that reads like something cut off although a round was played; its stats file would tell, if it had arrived. */
function looksAborted({ round, rawEndReason, winner, defender, vote, playtimeSeconds, limitMinutes }: Emission): boolean {
  if (!round.isLost) return false
  if (rawEndReason === 'objective') return winner === defender
  return rawEndReason === 'time_expired' && winner === defender && vote === undefined && playtimeSeconds < limitMinutes * 60 - 2
}

function isSameMinute(one: Emission, other: Emission): boolean {
  return one.mapName === other.mapName && Math.abs(one.endUnix - other.endUnix) <= 60
}

/** Whether another server's stats file lies so near that a message without a gametimes file could be of either. */
function isBeside(others: readonly ServerPlay[], emission: Emission): boolean {
  return others.some((one) =>
    one.rounds.some((round) => round.script.map.name === emission.mapName && Math.abs(round.endedAt / 1_000 - emission.endUnix) <= 60),
  )
}

function stateOf(emission: Emission, garbled: string | null): StatedTruth {
  return {
    emitter: emission.emitter.name,
    round_number: emission.statedNumber,
    winner: emission.winner,
    defender: emission.defender,
    round_start_unix: emission.startUnix,
    round_end_unix: emission.endUnix,
    playtime_seconds: emission.playtimeSeconds,
    limit_minutes: Number(limitText(emission.limitMinutes)),
    pause_count: emission.pauses.length,
    pause_seconds: emission.pauses.reduce((sum, pause) => sum + pause.sec, 0),
    raw_end_reason: emission.rawEndReason,
    surrender_team: emission.surrenderTeam,
    axis_guids: emission.axis.map(({ guid }) => guid),
    allies_guids: emission.allies.map(({ guid }) => guid),
    garbled_field: garbled,
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
