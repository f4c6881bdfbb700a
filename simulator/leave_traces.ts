import type { ArtefactTruth, DiscordTruth, StatedTruth, TimingTruth } from './artefact_truth.ts'
import type { Defect, Dice } from './defects.ts'
import { composeMessage, type DiscordMessage, type Sender, snowflake, triggerBody } from './discord_messages.ts'
import { type Emission, emitGhost, emitRound, limitText, rosterName, type Silence, type Vote } from './emit_round.ts'
import { type EmitterName, emitters } from './emitters.ts'
import { garbledFields, garblePayload } from './garble_payload.ts'
import { finishersOf } from './list_awards.ts'
import { attackersOf, type PlayedRound, pausedBefore } from './played_round.ts'
import { createRandom } from './random.ts'
import { countSpawns } from './spawn_statistics.ts'
import { describeEmission, gametimesName, gametimesText, type Payload, payloadText } from './write_payload.ts'

export const traceSources = ['gametimes', 'stats_ready', 'filename_trigger'] as const
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
  /** Before everything else: when channel and webhooks were made. */
  since: number
}

/** `messages` are deliveries in order of time: an id may come twice. */
export type Traces = {
  gametimes: GametimesFile[]
  messages: DiscordMessage[]
  artefacts: ArtefactTruth[]
  timings: TimingTruth[]
  discord: DiscordTruth
}

type Sent = { at: number; message: DiscordMessage }
type Played = { emission: Emission; subject: string; defects: Defect[] }

/** Writes what the timing modules and the watchers of the servers leave of an evening, defects included, and tells of each artefact what it is about. */
export function leaveTraces(servers: readonly ServerPlay[], options: TraceOptions): Traces {
  const { dice, since } = options
  const isShared = servers.length > 1 && dice.strikes('shared_webhook', 'season')
  const channelId = snowflake(since, 1)
  const webhookOf = (purpose: 'stats_ready' | 'filename_trigger', server: string) => {
    const index = isShared ? 0 : servers.findIndex((one) => one.server === server)
    return snowflake(since + 60_000, 10 + index * 2 + (purpose === 'stats_ready' ? 0 : 1))
  }
  const traces: Omit<Traces, 'messages' | 'discord'> = { gametimes: [], artefacts: [], timings: [] }
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

  const emitted = new Map(servers.map((play) => [play.server, playTimings(play, options, traces.timings)]))
  for (const play of servers) {
    const others = servers.filter((one) => one !== play)
    const list = emitted.get(play.server)!
    for (const [index, { emission, subject, defects }] of list.entries()) {
      const { round, emitter } = emission
      const { payload, garbled } = withGarbledField(emission, subject, dice)
      const struck = [...defects, ...(garbled ? ['garbled' as const] : [])]
      const body = payloadText(payload, emitter.escapes)
      const isBroken = !isJson(body)
      const isZoneWrong = dice.strikes('wrong_zone', `${play.server}|${round.eveningIndex}`)
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
    for (const file of play.files) {
      const { round } = file
      const isAborted = round.role === 'aborted'
      const about = {
        server: play.server,
        round_key: isAborted ? null : round.key.toLowerCase(),
        none_because: isAborted ? ('aborted' as const) : null,
        played_key: isAborted ? round.key.toLowerCase() : null,
        defects: roundDefects(play.server, round, dice),
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
        hindrance: isTwin ? 'same_minute' : null,
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

  /** Whether anything but its tables tells of a round. */
  function isKnown({ server, round_key: key }: ArtefactTruth): boolean {
    return traces.artefacts.some(
      (one) => one.server === server && one.round_key === key && one.artefact !== 'endstats_file' && one.hindrance === null,
    )
  }

  const names = new Set(traces.gametimes.map((file) => `${file.server}/${file.file_name}`))
  if (names.size !== traces.gametimes.length) throw new Error('Two gametimes files of one server bear one name; take another seed')
  const webhooks = servers.flatMap(({ server }) =>
    (['stats_ready', 'filename_trigger'] as const).map((purpose) => ({ webhook_id: webhookOf(purpose, server), server, purpose })),
  )
  for (const artefact of traces.artefacts)
    if (artefact.artefact === 'endstats_file' && !isKnown(artefact)) artefact.hindrance = 'round_unknown'
  sent.sort((left, right) => left.at - right.at)
  return { ...traces, messages: sent.map(({ message }) => message), discord: { channel_id: channelId, webhooks } }
}

/** Everything that a server's timing module emitted, in order of its ends, and the truth about each play. */
function playTimings(play: ServerPlay, options: TraceOptions, timings: TimingTruth[]): Played[] {
  const { dice } = options
  const list: Played[] = []
  for (const [index, round] of play.rounds.entries()) {
    const subject = `${play.server}|${round.key}`
    const evening = `${play.server}|${round.eveningIndex}`
    const isSkewed = dice.strikes('clock_skew', evening)
    const clockOffset = isSkewed ? dice.randomOf('clock_skew', evening).integer(-20, 6) : 0
    const emitter = options.emitterOf(round.eveningIndex)
    const defects: Defect[] = roundDefects(play.server, round, dice)
    if (isSkewed) defects.push('clock_skew')
    const isEarly = round.script.end === 'time_limit' && dice.strikes('clamped_start', subject)
    const hasPresetWinner = !dice.strikes('no_preset_winner', subject)
    if (isEarly) defects.push('clamped_start')
    if (!hasPresetWinner && round.script.end === 'aborted') defects.push('no_preset_winner')
    const vote = callVote(round, subject, emitter, dice, defects)
    const earlyMs = isEarly ? dice.randomOf('clamped_start', subject).integer(15, 30) * 1_000 : 0
    const random = createRandom(`${options.seed}|${subject}|lua`)
    const said = emitRound(round, { emitter, clockOffset, earlyMs, hasPresetWinner, vote }, random)
    timings.push(tellTiming(play, index, emitter, 'silence' in said ? said.silence : null))
    if (!('silence' in said)) list.push({ emission: spoil(said, list.at(-1), subject, dice, defects), subject, defects })
    for (const [number, life] of ghostsAfter(play, index, subject, dice).entries()) {
      const ghost = emitGhost(round, { emitter, clockOffset, hasPresetWinner }, life)
      const struck: Defect[] = [life.isChained ? 'chain_of_ends' : 'ghost', ...(hasPresetWinner ? [] : ['no_preset_winner' as const])]
      if (!('silence' in ghost)) list.push({ emission: ghost, subject: `${subject}|ghost ${number}`, defects: struck })
    }
  }
  return list
}

function spoil(emission: Emission, before: Played | undefined, subject: string, dice: Dice, defects: Defect[]): Emission {
  const spoiled = { ...emission }
  if (emission.kind === 'round' && dice.strikes('wrong_round_number', subject)) {
    spoiled.statedNumber = (3 - emission.statedNumber) as 1 | 2
    defects.push('wrong_round_number')
  }
  const isNext = before !== undefined && before.emission.round.matchIndex === emission.round.matchIndex
  if (isNext && dice.strikes('stale_start', subject)) {
    spoiled.startUnix = before.emission.startUnix
    defects.push('stale_start')
  }
  const side = emission.axis.length > 0 ? 'axis' : 'allies'
  if (emission[side].length > 0 && dice.strikes('quoted_name', subject)) {
    const [one, ...rest] = emission[side]
    spoiled[side] = [{ ...one!, name: `${one!.name} "ace" \\o/` }, ...rest]
    defects.push('quoted_name')
  }
  return spoiled
}

/** Who called a surrender vote in a round. A vote that failed never reads like one that passed. */
function callVote(round: PlayedRound, subject: string, name: EmitterName, dice: Dice, defects: Defect[]): Vote | undefined {
  const emitter = emitters[name]
  const { script } = round
  const attackers = attackersOf(script)
  const random = dice.randomOf('failed_vote', subject)
  const callers = (team: 1 | 2) => finishersOf(round).filter((stint) => stint.team === team)
  const call = (team: 1 | 2): Vote | undefined => {
    const list = callers(team)
    if (list.length === 0) return undefined
    const { player, nick } = random.pick(list).who
    return { team, guid: player.guid, name: rosterName(emitter, nick) }
  }
  if (script.end === 'aborted' || !emitter.hasSurrender) return undefined
  if (round.surrenderedBy) {
    if (!dice.strikes('unseen_vote', subject)) return call(round.surrenderedBy === 'attackers' ? attackers : script.map.defender)
    defects.push('unseen_vote')
    return undefined
  }
  if (script.end === 'early_hold' || !dice.strikes('failed_vote', subject)) return undefined
  const watcher = script.participants.find((who) => who.side === 3)
  const vote =
    watcher && random.chance(0.5)
      ? { team: 3 as const, guid: watcher.player.guid, name: rosterName(emitter, watcher.nick) }
      : call(script.end === 'time_limit' && random.chance(0.5) ? script.map.defender : attackers)
  if (vote) defects.push('failed_vote')
  return vote
}

function ghostsAfter(
  play: ServerPlay,
  index: number,
  subject: string,
  dice: Dice,
): { startedAt: number; endedAt: number; isChained: boolean }[] {
  const [round, next] = [play.rounds[index]!, play.rounds[index + 1]]
  const roomMs = next ? next.startedAt - 32_000 - round.endedAt : Number.POSITIVE_INFINITY
  const life = (fromMs: number, toMs: number, isChained: boolean) => ({
    startedAt: round.endedAt + fromMs,
    endedAt: round.endedAt + toMs,
    isChained,
  })
  if (roomMs > 46_000 && dice.strikes('chain_of_ends', subject)) {
    const random = dice.randomOf('chain_of_ends', subject)
    return [life(20_000 - random.integer(8, 14) * 1_000, 20_000, true), life(45_000 - random.integer(12, 20) * 1_000, 45_000, true)]
  }
  if (!dice.strikes('ghost', subject)) return []
  const random = dice.randomOf('ghost', subject)
  const from = random.integer(6, 20) * 1_000
  const lengthMs = random.integer(3, 29) * 1_000
  return from + lengthMs < roomMs ? [life(from, from + lengthMs, false)] : []
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

function roundDefects(server: string, round: PlayedRound, dice: Dice): Defect[] {
  return dice.strikes('wrong_zone', `${server}|${round.eveningIndex}`) ? ['wrong_zone'] : []
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

function tellTiming(play: ServerPlay, index: number, emitter: EmitterName, silence: Silence | null): TimingTruth {
  const round = play.rounds[index]!
  const { script } = round
  return {
    server: play.server,
    key: round.key.toLowerCase(),
    emitter,
    silent_because: silence,
    end_reason: endReasonOf(round, play.rounds[index + 1]),
    winner_side: script.winner,
    defender_side: script.map.defender,
    started_at: new Date(round.startedAt).toISOString(),
    ended_at: new Date(round.endedAt).toISOString(),
    played_seconds: script.lengthMs / 1_000,
    limit_seconds: script.limitMs / 1_000,
    pauses: script.pauses.map(({ atMs, lengthMs }) => ({
      started_at: new Date(round.startedAt + atMs + pausedBefore(script, atMs)).toISOString(),
      seconds: lengthMs / 1_000,
    })),
    gametimes_files: [],
    message_ids: [],
    spawns: countSpawns(script, round.events, 'right', String).map(({ guid, spawns, deaths, dead_seconds, max_respawn }) => ({
      guid,
      spawns,
      deaths,
      dead_seconds,
      max_respawn,
    })),
  }
}

function endReasonOf(round: PlayedRound, next: PlayedRound | undefined): TimingTruth['end_reason'] {
  const { end } = round.script
  if (end === 'surrender') return 'SURRENDER'
  if (end === 'early_hold') return null
  if (end !== 'aborted') return 'NORMAL'
  if (!next || next.startedAt - round.endedAt > 600_000) return 'SERVER_RESTART'
  return next.script.map.name === round.script.map.name ? 'MAP_RESTART' : 'MAP_CHANGE'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
