import type { OfferedFile } from '../../ingest/land.ts'
import type { ArrivedMessage } from '../../ingest/land_messages.ts'
import { simulateSeason } from '../../simulator/simulate_season.ts'

/** Fields of a round payload as version 1.7.2 names them; what is not given is that of an attackers' win in 7:48. */
export type Payload = Partial<Record<string, string | null>> & { footer?: string }

const soundFields = {
  Map: 'supply',
  Round: '1',
  Winner: '2',
  Defender: '1',
  Lua_Playtime: '468 sec',
  Lua_Timelimit: '12 min',
  Lua_Pauses: '0 (0 sec)',
  Lua_EndReason: 'objective',
  Lua_Warmup: '1 sec',
  Lua_WarmupStart: '1786000055',
  Lua_RoundStart: '1786000056',
  Lua_RoundEnd: '1786000524',
  Lua_SurrenderTeam: '0',
  Lua_SurrenderCaller: '',
  Lua_SurrenderCallerName: '',
  Lua_AxisScore: '0',
  Lua_AlliesScore: '1',
  Axis_JSON:
    '[{"guid":"0A1B2C3D4E5F60718293A4B5C6D7E8F9","name":"Falke"},{"guid":"1111222233334444555566667777AAAA","name":"br\\"avo\\\\x"}]',
  Allies_JSON: '[{"guid":"89ABCDEF0123456789ABCDEF01234567","name":"Nomad"},{"guid":"FEDCBA9876543210FEDCBA9876543210","name":"Iris"}]',
  Lua_Pauses_JSON: '[]',
  Lua_SpawnSummary: 'Players:4 | Spawns:6 | AvgRespawn:12s | MaxRespawn:20s',
}

/** The end of the round in the examples of the specification, and the clock of Europe/Ljubljana at that second. */
export const exampleEnd = 1786000524

/** The body that the module posts. A field that is undefined is left out. */
export function bodyOf({ footer = 'Slomix Lua Webhook v1.7.2', ...given }: Payload): Record<string, unknown> {
  const fields = Object.entries({ ...soundFields, ...given })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value, inline: true }))
  return { username: 'ET:Legacy Stats', content: 'STATS_READY', embeds: [{ title: 'Round Complete', fields, footer: { text: footer } }] }
}

let messageCount = 0

/** A message as the source lands it. */
export function message(
  server: string | null,
  content: string,
  embeds: unknown[] | string,
  given: Partial<ArrivedMessage> = {},
): ArrivedMessage {
  messageCount += 1
  return {
    server,
    sourceName: 'discord',
    messageId: String(1_400_000_000_000_000_000n + BigInt(messageCount)),
    editedAt: null,
    channelId: '1000001',
    webhookId: '1000099',
    authorName: 'ET:Legacy Stats',
    sentAt: '2026-08-06T07:15:30.000Z',
    content,
    embeds: typeof embeds === 'string' ? embeds : JSON.stringify(embeds),
    ...given,
  }
}

/** A STATS_READY message. */
export function statsReady(server: string | null, payload: Payload = {}, given: Partial<ArrivedMessage> = {}): ArrivedMessage {
  return message(server, 'STATS_READY', bodyOf(payload).embeds as unknown[], given)
}

/** A message that names a file. */
export function trigger(server: string | null, fileName: string): ArrivedMessage {
  return message(server, `📊 \`${fileName}\``, [{ title: '⚡ Round Complete', description: '**map** - Round 1' }])
}

function offered(server: string, kind: 'stats' | 'endstats' | 'gametimes', fileName: string, text: string): OfferedFile {
  return {
    status: 'offered',
    kind,
    server,
    sourceName: 'invented',
    fileName,
    modifiedAt: new Date('2026-09-01T00:00:00Z'),
    read: async () => Buffer.from(text),
  }
}

/** A gametimes file around a payload, named after its map, round and end. */
export function gametimes(server: string, payload: Payload = {}, spawns: unknown[] = [], { asText = false } = {}): OfferedFile {
  const fields = { ...soundFields, ...payload } as Record<string, string>
  const meta = {
    map: fields.Map,
    round: Number(fields.Round),
    round_start_unix: Number(fields.Lua_RoundStart),
    round_end_unix: Number(fields.Lua_RoundEnd),
    actual_duration_seconds: Number.parseInt(fields.Lua_Playtime!, 10),
    spawn_stats: spawns,
  }
  const body = bodyOf(payload)
  return offered(
    server,
    'gametimes',
    `gametime-${fields.Map}-R${fields.Round}-${fields.Lua_RoundEnd}.json`,
    JSON.stringify({ meta, payload: asText ? JSON.stringify(body) : body }),
  )
}

/** A file of any name and text in place of a gametimes file. */
export function brokenGametimes(server: string, fileName: string, text: string): OfferedFile {
  return offered(server, 'gametimes', fileName, text)
}

const sample = simulateSeason({ seed: 'a file to write upon', evenings: 1, mapsPerEvening: 1 }).files.find(({ kind }) => kind === 'stats')!
const [, ...sampleLines] = Buffer.from(sample.bytes).toString('utf8').split('\n')

export type Header = { map?: string; round?: 1 | 2; defender?: string; winner?: string; limit?: string; next?: string; playtime?: string }

/** A stats file with the given header above somebody's player lines, stamped `lag` seconds after an end (unix) on the clock of the offset (hours). */
export function statsFile(server: string, endUnix: number, header: Header = {}, { lag = 2, offsetHours = 2 } = {}): OfferedFile {
  const { map = 'supply', round = 1, defender = '1', winner = '2', limit = '12:00', next = '7:48', playtime } = header
  const fields = ['server', map, 'legacy6', String(round), defender, winner, limit, next, ...(playtime ? [playtime] : [])]
  return offered(
    server,
    'stats',
    `${stampOf(endUnix + lag, offsetHours)}-${map}-round-${round}.txt`,
    [fields.join('\\'), ...sampleLines].join('\n'),
  )
}

/** An endstats file with one award. */
export function endstatsFile(server: string, endUnix: number, { map = 'supply', round = 1, lag = 1, offsetHours = 2 } = {}): OfferedFile {
  return offered(
    server,
    'endstats',
    `${stampOf(endUnix + lag, offsetHours)}-${map}-round-${round}-endstats.txt`,
    'Most damage given\tFalke\t1234\n',
  )
}

/** The clock of a server some hours east of UTC, as file names hold it. */
export function stampOf(unix: number, offsetHours = 2): string {
  return new Date((unix + offsetHours * 3600) * 1000).toISOString().replace('T', '-').replaceAll(':', '').slice(0, 17)
}
