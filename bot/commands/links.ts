import { PermissionFlagsBits, SlashCommandBuilder } from 'discord.js'
import { openRequests, writeLink } from '../player_links.ts'
import type { Answer, Asked, BotCommand } from './command.ts'

const shownAtOnce = 2

export const links: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('links')
    .setDescription('For admins: who asked to be linked to a player')
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .toJSON(),
  answer: (asked) => listRequests(asked, ''),
  async press(asked, id) {
    const [verdict, linkId] = id.split('.')
    const request = openRequests(asked.paths.links).find(({ link_id }) => link_id === linkId)
    if (!request) return await listRequests(asked, 'That request was answered already. ')
    const kind = verdict === 'approve' ? ('approved' as const) : ('refused' as const)
    const { link_id, discord_user_id, player_id } = request
    writeLink(asked.paths.links, { link_id, entry_kind: kind, discord_user_id, player_id, author: asked.user.name }, asked.now)
    return await listRequests(asked, `${player_id} for <@${discord_user_id}>: ${kind}. `)
  },
}

async function listRequests({ database, paths }: Asked, before: string): Promise<Answer> {
  const open = openRequests(paths.links)
  if (open.length === 0) return { sentence: `${before}Nobody is waiting.` }
  const shown = open.slice(0, shownAtOnce)
  const names = await database
    .selectFrom('dim_players')
    .select(['player_id', 'player_name'])
    .where(
      'player_id',
      'in',
      shown.map(({ player_id }) => player_id),
    )
    .execute()
  const nameOf = new Map(names.map(({ player_id, player_name }) => [player_id, player_name]))
  const lines = shown.map(
    ({ discord_user_id, player_id }, position) =>
      `${position + 1}. <@${discord_user_id}> says to be ${nameOf.get(player_id) ?? 'somebody'} (${player_id})`,
  )
  const more = open.length > shownAtOnce ? `\n… and ${open.length - shownAtOnce} more` : ''
  return {
    sentence: `${before}\n${lines.join('\n')}${more}`,
    buttons: shown.flatMap(({ link_id }, position) => [
      { id: `approve.${link_id}`, label: `Approve ${position + 1}` },
      { id: `refuse.${link_id}`, label: `Refuse ${position + 1}`, isDanger: true },
    ]),
  }
}
