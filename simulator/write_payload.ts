import { type Emission, limitText, type RosterEntry } from './emit_round.ts'
import { spawnSummary } from './spawn_statistics.ts'

/** A field of the embed before it becomes text. Null stands for JSON's null; `roster` is a JSON text already. */
export type PayloadField = { name: string; value: string | null; inline: boolean; isRoster: boolean }

export type Payload = {
  username: string | undefined
  title: string
  description: string | undefined
  footer: string
  fields: PayloadField[]
}

const colour = 3_447_003
const legend = [
  '**Timing legend**',
  '- Playtime: round without pauses',
  '- Warmup: before the round',
  '- Wall-clock: warmup start to round end',
].join('\n')

/** The webhook's body for an emission, with the names, order and values of its version. */
export function describeEmission(emission: Emission): Payload {
  const { emitter, vote } = emission
  const paused = emission.pauses.reduce((sum, pause) => sum + pause.sec, 0)
  const fields: PayloadField[] = []
  const add = (name: string, value: string | number) => fields.push({ name, value: String(value), inline: true, isRoster: false })
  const addLong = (name: string, value: string, isRoster: boolean) => fields.push({ name, value, inline: false, isRoster })
  const timed = (prefixed: string, plain: string, value: string | number) => add(emitter.isPrefixed ? prefixed : plain, value)
  add('Map', emission.mapName)
  add('Round', emission.statedNumber)
  add('Winner', emission.winner)
  add('Defender', emission.defender)
  timed('Lua_Playtime', 'Duration', `${emission.playtimeSeconds} sec`)
  timed('Lua_Timelimit', 'Time Limit', `${limitText(emission.limitMinutes)} min`)
  timed('Lua_Pauses', 'Pauses', `${emission.pauses.length} (${paused} sec)`)
  timed('Lua_EndReason', 'End Reason', emission.rawEndReason)
  if (emitter.hasWarmup) {
    add('Lua_Warmup', `${emission.warmupSeconds} sec`)
    add('Lua_WarmupStart', emission.warmupStartUnix)
  }
  if (emitter.hasWarmupEnd) add('Lua_WarmupEnd', emission.startUnix)
  timed('Lua_RoundStart', 'Start Unix', emission.startUnix)
  timed('Lua_RoundEnd', 'End Unix', emission.endUnix)
  if (emitter.hasSurrender) {
    add('Lua_SurrenderTeam', emission.surrenderTeam)
    add('Lua_SurrenderCaller', vote?.guid ?? '')
    add('Lua_SurrenderCallerName', vote?.name ?? '')
    add('Lua_AxisScore', emission.winner === 1 ? 1 : 0)
    add('Lua_AlliesScore', emission.winner === 2 ? 1 : 0)
  }
  if (emitter.hasNameLists) {
    addLong('Axis', nameList(emission.axis), false)
    addLong('Allies', nameList(emission.allies), false)
  }
  addLong('Axis_JSON', rosterText(emission.axis), true)
  addLong('Allies_JSON', rosterText(emission.allies), true)
  if (emitter.hasPauseEvents) addLong('Lua_Pauses_JSON', JSON.stringify(emission.pauses), false)
  if (emitter.hasSpawnSummary) addLong('Lua_SpawnSummary', spawnSummary(emission.spawns), false)
  return {
    username: emitter.hasUsername ? 'ET:Legacy Stats' : undefined,
    title: `Round Complete: ${emission.mapName} R${emission.statedNumber}`,
    description: { none: undefined, legend, short: 'Timing: Playtime (no pauses) · Warmup · Wall-clock' }[emitter.description],
    footer: `Slomix Lua Webhook v${emitter.version}`,
    fields,
  }
}

/** The body's JSON text, indented as the module writes it. Versions that escape a roster's quotes but not its backslashes break it at an awkward name. */
export function payloadText(payload: Payload, escapes: Emission['emitter']['escapes']): string {
  const valueText = ({ value, isRoster }: PayloadField) =>
    isRoster && value !== null && escapes === 'quotes_once' ? `"${value.replaceAll('"', '\\"')}"` : JSON.stringify(value)
  const fields = payload.fields
    .map((field) => `        {"name": ${JSON.stringify(field.name)}, "value": ${valueText(field)}, "inline": ${field.inline}}`)
    .join(',\n')
  return [
    '{',
    ...(payload.username === undefined ? [] : [`  "username": ${JSON.stringify(payload.username)},`]),
    '  "content": "STATS_READY",',
    '  "embeds": [{',
    `    "title": ${JSON.stringify(payload.title)},`,
    ...(payload.description === undefined ? [] : [`    "description": ${JSON.stringify(payload.description)},`]),
    `    "color": ${colour},`,
    '    "fields": [',
    fields,
    '    ],',
    `    "footer": {"text": ${JSON.stringify(payload.footer)}}`,
    '  }]',
    '}',
  ].join('\n')
}

/** The name of an emission's gametimes file. */
export function gametimesName(emission: Emission): string {
  return `gametime-${emission.mapName.replace(/[^A-Za-z0-9_-]/g, '_')}-R${emission.statedNumber}-${emission.endUnix}.json`
}

/** The text of an emission's gametimes file around the body's text: as an object, or as a string that holds it. */
export function gametimesText(emission: Emission, body: string, shape: 'object' | 'string', port: number): string {
  const { emitter } = emission
  const times = {
    round_start_unix: emission.startUnix,
    round_end_unix: emission.endUnix,
    actual_duration_seconds: emission.playtimeSeconds,
    warmup_seconds: emission.warmupSeconds,
    pause_seconds: emission.pauses.reduce((sum, pause) => sum + pause.sec, 0),
    pause_count: emission.pauses.length,
  }
  const meta = {
    map: emission.mapName,
    round: emission.statedNumber,
    ...(emitter.gametimes === 'full' ? times : { round_end_unix: emission.endUnix }),
    server_ip: '0.0.0.0',
    server_port: String(port),
    match_id: String(emission.endUnix),
    ...(emitter.gametimes === 'full' ? { spawn_stats: emission.spawns } : {}),
  }
  return `{"meta":${JSON.stringify(meta)},"payload":${shape === 'object' ? body : JSON.stringify(body)}}`
}

function rosterText(roster: readonly RosterEntry[]): string {
  return JSON.stringify(roster.map(({ guid, name }) => ({ guid, name })))
}

function nameList(roster: readonly RosterEntry[]): string {
  return roster.length === 0 ? '(none)' : roster.map(({ name }) => name).join(', ')
}
