import type { Kysely } from 'kysely'
import type { Database } from '../../warehouse/marts.ts'
import { linkedPlayer } from '../player_links.ts'
import type { Asked, Choice } from './command.ts'

export type Found = { ok: true; playerId: string; playerName: string } | { ok: false; sentence: string }

const mostChoices = 25

/** The one person that a player id, a name or a part of one means; without a text the player that the asker is linked to. */
export async function findPlayer({ database, paths, user }: Asked, typed: string | undefined): Promise<Found> {
  const asked = typed?.trim() || linkedPlayer(paths.links, user.id)
  if (!asked) return { ok: false, sentence: 'Name a player, or say once who you are with /link.' }
  const byId = await database
    .selectFrom('dim_players')
    .select(['player_id', 'player_name'])
    .where('player_id', '=', asked.toUpperCase())
    .executeTakeFirst()
  const matches = byId ? [byId] : await playersNamed(database, asked, 6)
  const exact = matches.filter(({ player_name }) => player_name.toLowerCase() === asked.toLowerCase())
  const [only] = exact.length === 1 ? exact : matches
  if (!only) return { ok: false, sentence: `Nobody is known as "${asked}". Pick a name from the list that appears while you type.` }
  if (matches.length > 1 && exact.length !== 1) {
    const names = matches.slice(0, 5).map(({ player_name, player_id }) => `${player_name} (${player_id})`)
    return {
      ok: false,
      sentence: `"${asked}" could be ${names.join(', ')}${matches.length > 5 ? ' or others' : ''}. Pick one from the list.`,
    }
  }
  return { ok: true, playerId: only.player_id, playerName: only.player_name }
}

/** Players for the list that appears while a person types: by any name they ever used, who played most first. */
export async function suggestPlayers({ database }: Asked, typed: string): Promise<Choice[]> {
  const players = await playersNamed(database, typed, mostChoices)
  return players.map(({ player_name, player_id }) => ({ name: `${player_name.slice(0, 80)} (${player_id})`, value: player_id }))
}

async function playersNamed(database: Kysely<Database>, typed: string, limit: number) {
  return await database
    .selectFrom('dim_players')
    .select(['player_id', 'player_name'])
    .where('player_id', 'in', (query) =>
      query
        .selectFrom('dim_player_names')
        .select('player_id')
        .where((name) => name(name.fn<boolean>('contains', [name.fn('lower', ['player_name']), name.val(typed.toLowerCase())]), '=', true)),
    )
    .orderBy('round_count', 'desc')
    .orderBy('player_id')
    .limit(limit)
    .execute()
}
