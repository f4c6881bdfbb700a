import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { readJournal } from '../bot/journal.ts'
import { sentMessages } from '../bot/sent_messages.ts'
import { encode } from '../ingest/decode.ts'
import { wholeProximityContents } from '../ingest/land_pieces.ts'
import { describeHolder, lockHolder } from '../warehouse/lock.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'
import { clockText } from './clock_text.ts'
import { confidenceText } from './confidence_text.ts'
import { Failure } from './failure.ts'
import { readTrace, type Traced } from './read_trace.ts'
import { openSession, print, type Session } from './session.ts'
import { visibleText } from './visible_text.ts'

export const trace = new Command('trace')
  .description('Show everything known about a round, back to the raw bytes')
  .argument('<what>', 'round id, short key, fingerprint, file name, message id or link to a message, also to a post of the bot')
  .option('--raw', 'also print files, messages and rows as they were landed')
  .addHelpText('after', '\nExamples:\n  fullhold trace 2026-01-31-210144-supply-round-1.txt\n  fullhold trace 3f9a1c --raw')
  .action(async (what: string, options: { raw?: boolean }, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    const traced = await readTrace(session, anchorOfPost(session.paths.journal, what) ?? what)
    const posts = postsAbout(session.paths.journal, traced)
    if (session.isJson) print(JSON.stringify({ ...traced, posts }))
    else printTrace(traced, posts)
    if (options.raw)
      await printRaw(
        session,
        traced.events.map(({ raw_sha256 }) => raw_sha256),
      )
  })

/** The round in which a post of the bot is anchored, by a link to its message or the message's id. */
function anchorOfPost(journal: string, what: string): string | undefined {
  const messageId = /(?:^|\/)(\d{5,20})\/?$/.exec(what)?.[1]
  if (messageId === undefined) return undefined
  return sentMessages(readJournal(journal)).find((message) => message.messageId === messageId)?.anchorRoundId
}

/** What the journal says was posted about a round, under any name that it bears or bore. */
function postsAbout(journal: string, { keys }: Traced) {
  const names = keys.map(({ fingerprint }) => fingerprint)
  return sentMessages(readJournal(journal)).filter(({ anchorRoundId }) => names.includes(anchorRoundId))
}

function printTrace(
  { round, timing, completeness, events, checks, players, sentences }: Traced,
  posts: ReturnType<typeof postsAbout>,
): void {
  if (round) {
    const time = clockText(round.duration_seconds) ?? `unavailable (${sentences[round.duration_unavailable_reason ?? ''] ?? 'unknown'})`
    print(
      `round      ${round.round_id}  ${round.map_name} round ${round.round_number} (${round.round_role}) on ${round.server}, ${round.ended_at?.toISOString() ?? 'time unavailable'}`,
    )
    print(
      `sides      ${round.defender_side_name ?? 'unknown'} defended, ${round.winner_side_name ?? 'unknown'} won   ${confidenceText(round.score_confidence, sentences[round.score_confidence_reason])}`,
    )
    print(
      `stopwatch  ${round.round_outcome ?? 'unknown'}, ${time} of ${clockText(round.timelimit_seconds) ?? 'unknown'} (${round.duration_source ?? 'no clock'}), to beat ${clockText(round.time_to_beat_seconds) ?? '–'}`,
    )
    print(`counted    ${round.is_counted ? 'yes' : `no: ${sentences[round.not_counted_reason ?? ''] ?? round.not_counted_reason}`}`)
    print(`match      ${round.match_id}   session ${round.session_id ?? 'none'}`)
    if (timing) print(`clocks     ${clocksText(timing, sentences)}`)
    if (completeness)
      print(
        `sources    ${completeness.completeness_percent.toFixed(0)} %${completeness.missing_sources ? `, missing: ${completeness.missing_sources}` : ''}`,
      )
  } else print('no round   what is known by this name belongs to no round')
  print('\narrivals')
  for (const event of events) {
    const reason = event.reason_code ? `: ${sentences[event.reason_code] ?? event.reason_code}` : ''
    const name = event.filename ?? (event.message_id ? `message ${event.message_id}` : '')
    print(`  ${event.source.padEnd(17)} ${visibleText(name)}  ${event.parse_status}, ${linkText(event)}${reason}`)
    print(
      `                    sha256 ${event.raw_sha256}, received ${event.received_at.toISOString()}, ${event.fingerprint_level ?? 'no'} fingerprint ${event.round_fingerprint ?? ''}`,
    )
  }
  if (checks.length > 0) print('\nfindings')
  for (const check of checks)
    print(`  ${check.severity.padEnd(5)} ${check.sentence}${check.detail ? ` [${visibleText(check.detail)}]` : ''}`)
  if (players.length > 0) print('\nplayers')
  for (const player of players) {
    print(
      `  ${(player.side_name ?? '').padEnd(7)}${visibleText(player.player_name).padEnd(24)}${`${player.kills}/${player.deaths}`.padStart(7)}  ${(player.damage_per_minute?.toFixed(0) ?? '–').padStart(5)} dpm  ${player.difference_mode}`,
    )
  }
  if (posts.length > 0) print('\nposted')
  for (const { postKind, channelId, messageId, sentAt, openIntent, isGone } of posts) {
    const state = isGone
      ? 'gone from Discord'
      : openIntent
        ? 'begun, outcome unknown'
        : messageId
          ? `sent ${sentAt?.toISOString()}`
          : 'refused'
    print(`  ${postKind.padEnd(8)} channel ${channelId}, message ${messageId ?? '–'}: ${state}`)
  }
}

/** How an arrival came to its round, in words. */
export function linkText(event: Traced['events'][number]): string {
  if (event.link_status !== 'linked_round_id') return event.link_status
  if (event.source === 'legacy_row') return `linked by what the row states, ${event.confidence}`
  if (event.source === 'stats_file' || event.source === 'filename_trigger') return `linked by file name, ${event.confidence}`
  const window = event.confidence === 'high' ? 'within 5 s' : 'within 30 s'
  return `linked by server, map and end (${window}), ${event.confidence}`
}

/** The clocks of a round side by side. */
export function clocksText(timing: NonNullable<Traced['timing']>, sentences: Record<string, string>): string {
  if (timing.timing_status === 'no_lua')
    return `no Lua data: ${sentences[timing.no_lua_reason ?? ''] ?? timing.no_lua_reason}; ${timing.file_clock ?? 'no clock'} ${clockText(timing.duration_seconds) ?? ''}`.trimEnd()
  const lua = `Lua ${clockText(timing.lua_playtime_seconds) ?? 'unknown'}`
  const file = timing.file_clock ? `, ${timing.file_clock} ${fileClock(timing)}` : ''
  const pauses = timing.pause_seconds === null ? 'pauses unknown' : `${timing.pause_count} pauses of ${timing.pause_seconds} s`
  return `${lua}${file}, ${timing.timing_status}, ${pauses}, module ${visibleText(timing.emitter_version ?? 'unknown')} by ${timing.lua_source}`
}

function fileClock(timing: NonNullable<Traced['timing']>): string {
  const seconds = { playtime_field: timing.playtime_field_seconds, header_time: timing.header_seconds, player_time: timing.player_seconds }
  return clockText(seconds[timing.file_clock as keyof typeof seconds] ?? null) ?? 'unknown'
}

async function printRaw({ paths }: Session, hashes: string[]): Promise<void> {
  const holder = lockHolder(paths.lock)
  if (holder) throw new Failure(`the warehouse is busy: ${describeHolder(holder)}.\n  Try --raw again when it is free.`, 3)
  if (!existsSync(paths.warehouse)) throw new Failure(`there is no warehouse in ${paths.folder}; the raw files lie there.`)
  using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
  const wanted = hashes.map((hash) => `'${hash.replaceAll(/[^0-9a-f]/g, '')}'`).join(', ')
  const messages = await warehouse.connection.runAndReadAll(
    `select message_id, content, embeds from raw.discord_messages where sha256 in (${wanted}) order by all`,
  )
  for (const [id, content, embeds] of messages.getRows())
    print(`\n── message ${id}\n${visibleText(String(content))}\n${visibleText(String(embeds))}`)
  for (const table of ['rounds', 'lua_round_teams']) {
    const rows = await warehouse.connection.runAndReadAll(
      `select distinct source_name, row_key, content from raw.legacy_${table} where sha256 in (${wanted}) order by all`,
    )
    for (const [source, key, content] of rows.getRows())
      print(`\n── ${visibleText(`${source}/${table}/${key}`)}\n${visibleText(String(content))}`)
  }
  for (const table of ['stats_files', 'endstats_files', 'gametimes_files', 'proximity_files']) {
    const landed =
      table === 'proximity_files' ? `(from raw.proximity_files inner join (${wholeProximityContents}) using (file_number))` : `raw.${table}`
    const reader = await warehouse.connection.runAndReadAll(
      `select file_name, content, encoding from ${landed} where sha256 in (${wanted}) order by all`,
    )
    for (const [fileName, content, encoding] of reader.getRows()) {
      print(`\n── ${visibleText(String(fileName))}`)
      process.stdout.write(encode({ content: String(content), encoding: String(encoding) as 'utf-8' | 'latin1' }))
    }
  }
}
