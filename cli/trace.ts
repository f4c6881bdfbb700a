import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { readJournal } from '../bot/journal.ts'
import { sentMessages } from '../bot/sent_messages.ts'
import { encode } from '../ingest/decode.ts'
import { describeHolder, lockHolder } from '../warehouse/lock.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'
import { clockText } from './clock_text.ts'
import { confidenceText } from './confidence_text.ts'
import { Failure } from './failure.ts'
import { openSession, print, type Session } from './session.ts'
import { readSentences } from './show_session.ts'
import { visibleText } from './visible_text.ts'

export const trace = new Command('trace')
  .description('Show everything known about a round, back to the raw bytes')
  .argument('<what>', 'round id, short key, fingerprint or file name')
  .option('--raw', 'also print the files as they were landed')
  .addHelpText('after', '\nExamples:\n  fullhold trace 2026-01-31-210144-supply-round-1.txt\n  fullhold trace 3f9a1c --raw')
  .action(async (what: string, options: { raw?: boolean }, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    const traced = await readTrace(session, what)
    if (session.isJson) print(JSON.stringify(traced))
    else printTrace(traced)
    if (options.raw)
      await printRaw(
        session,
        traced.events.map(({ raw_sha256 }) => raw_sha256),
      )
  })

type Traced = Awaited<ReturnType<typeof readTrace>>

async function readTrace({ paths }: Session, what: string) {
  await using marts = openMarts(paths.marts)
  if (!marts) throw new Failure(`nothing is published in ${paths.folder} yet.\n  Run: fullhold build`)
  return await marts.read(async (database) => {
    const known = await database
      .selectFrom('bdg_round_fingerprints')
      .select('round_id')
      .distinct()
      .where('fingerprint', 'in', [what, what.toLowerCase()])
      .execute()
    if (known.length > 1)
      throw new Failure(
        `${known.length} rounds are known as "${what}": ${known.map(({ round_id }) => round_id).join(', ')}.\n  Name one by its id.`,
      )
    const roundId = known[0]?.round_id
    const events = await database
      .selectFrom('fct_round_events')
      .selectAll()
      .where((match) => (roundId ? match('round_id', '=', roundId) : match('filename', '=', what)))
      .orderBy('source', 'desc')
      .execute()
    if (!roundId && events.length === 0)
      throw new Failure(
        `no round and no file is known as "${what}".\n  fullhold sql "from bdg_round_fingerprints" lists what rounds are known as.`,
      )
    const round = roundId
      ? await database.selectFrom('fct_rounds').selectAll().where('round_id', '=', roundId).executeTakeFirstOrThrow()
      : undefined
    const names = roundId
      ? await database.selectFrom('bdg_round_fingerprints').select('fingerprint').where('round_id', '=', roundId).execute()
      : []
    return {
      round,
      posts: postsAbout(
        paths.journal,
        names.map(({ fingerprint }) => fingerprint),
      ),
      events,
      checks: await database
        .selectFrom('fct_round_checks')
        .selectAll()
        .where((match) =>
          roundId
            ? match('round_id', '=', roundId)
            : match(
                'raw_sha256',
                'in',
                events.map(({ raw_sha256 }) => raw_sha256),
              ),
        )
        .execute(),
      players: roundId
        ? await database
            .selectFrom('fct_player_rounds')
            .selectAll()
            .where('round_id', '=', roundId)
            .orderBy('side')
            .orderBy('damage_per_minute', 'desc')
            .execute()
        : [],
      sentences: Object.fromEntries(await readSentences(database)),
    }
  })
}

/** What the journal says was posted about a round, under any name that it bears or bore. */
function postsAbout(journal: string, names: readonly string[]) {
  return sentMessages(readJournal(journal)).filter(({ anchorRoundId }) => names.includes(anchorRoundId))
}

function printTrace({ round, posts, events, checks, players, sentences }: Traced): void {
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
  } else print('no round   what is known by this name belongs to no round')
  print('\narrivals')
  for (const event of events) {
    const link = event.link_status === 'linked_round_id' ? `linked, ${event.confidence}` : event.link_status
    const reason = event.reason_code ? `: ${sentences[event.reason_code] ?? event.reason_code}` : ''
    print(`  ${event.source.padEnd(14)} ${visibleText(event.filename ?? '')}  ${event.parse_status}, ${link}${reason}`)
    print(
      `                 sha256 ${event.raw_sha256}, received ${event.received_at.toISOString()}, ${event.fingerprint_level ?? 'no'} fingerprint ${event.round_fingerprint ?? ''}`,
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

async function printRaw({ paths }: Session, hashes: string[]): Promise<void> {
  const holder = lockHolder(paths.lock)
  if (holder) throw new Failure(`the warehouse is busy: ${describeHolder(holder)}.\n  Try --raw again when it is free.`, 3)
  if (!existsSync(paths.warehouse)) throw new Failure(`there is no warehouse in ${paths.folder}; the raw files lie there.`)
  using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
  const wanted = hashes.map((hash) => `'${hash.replaceAll(/[^0-9a-f]/g, '')}'`).join(', ')
  for (const table of ['stats_files', 'endstats_files']) {
    const reader = await warehouse.connection.runAndReadAll(
      `select file_name, content, encoding from raw.${table} where sha256 in (${wanted}) order by all`,
    )
    for (const [fileName, content, encoding] of reader.getRows()) {
      print(`\n── ${visibleText(String(fileName))}`)
      process.stdout.write(encode({ content: String(content), encoding: String(encoding) as 'utf-8' | 'latin1' }))
    }
  }
}
