import type { Marts } from '../warehouse/open_marts.ts'
import { Failure } from './failure.ts'

/** The one round that a round id, a fingerprint (or its beginning) or a stats file name stands for. Fails when it stands for none or several. */
export async function resolveRound(marts: Marts, what: string): Promise<string> {
  const stem = what.replace(/\.txt$/, '').toLowerCase()
  const rounds = await marts.read((database) =>
    database
      .selectFrom('bdg_round_fingerprints')
      .select('round_id')
      .distinct()
      .where((row) =>
        row.or([
          row('round_id', '=', what),
          row('fingerprint', '=', stem),
          row.and([row('is_unique', '=', true), row(row.fn<boolean>('starts_with', ['fingerprint', row.val(what)]), '=', true)]),
        ]),
      )
      .execute(),
  )
  const named = await marts.read((database) =>
    database.selectFrom('fct_rounds').select('round_id').where('stats_file_name', '=', `${stem}.txt`).execute(),
  )
  const found = [...new Set([...rounds, ...named].map(({ round_id }) => round_id))]
  return onlyOne(found, `round "${what}"`, 'Give a round_id of fct_rounds, a longer fingerprint, or the name of its stats file.')
}

/** The sha256 of the file version that a sha256 (or its beginning) or a file name stands for. Fails when it stands for none or several. */
export async function resolveFile(marts: Marts, what: string): Promise<string> {
  const files = await marts.read((database) =>
    database
      .selectFrom('fct_raw_files')
      .select('sha256')
      .distinct()
      .where((row) =>
        row.or([row('file_name', '=', what), row(row.fn<boolean>('starts_with', ['sha256', row.val(what.toLowerCase())]), '=', true)]),
      )
      .execute(),
  )
  return onlyOne(
    files.map(({ sha256 }) => sha256),
    `file "${what}"`,
    'Give the file name or the sha256 of one version, as fct_raw_files lists them.',
  )
}

/** A player_id that the marts know. Fails when they do not. */
export async function resolvePlayer(marts: Marts, what: string): Promise<string> {
  const players = await marts.read((database) =>
    database.selectFrom('dim_players').select('player_id').where('player_id', '=', what.toUpperCase()).execute(),
  )
  return onlyOne(
    players.map(({ player_id }) => player_id),
    `player "${what}"`,
    'Give a player_id of dim_players (the first eight characters of the GUID).',
  )
}

/** A session_id that the marts know. Fails when they do not. */
export async function resolveSession(marts: Marts, what: string): Promise<string> {
  const sessions = await marts.read((database) =>
    database.selectFrom('fct_sessions').select('session_id').where('session_id', '=', what.toLowerCase()).execute(),
  )
  return onlyOne(
    sessions.map(({ session_id }) => session_id),
    `session "${what}"`,
    'Give a session_id of fct_sessions.',
  )
}

function onlyOne(found: string[], what: string, fix: string): string {
  if (found.length === 1) return found[0]!
  throw new Failure(
    found.length === 0
      ? `no ${what} is known.\n  ${fix}`
      : `${what} stands for ${found.length}: ${found.slice(0, 5).join(', ')}.\n  ${fix}`,
  )
}
