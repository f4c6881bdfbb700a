import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js'

export const messageContentAdvice = "turn on the Message Content intent of the bot in Discord's developer portal"
export const readHistoryAdvice = 'the bot may not read the channel; give it View Channel and Read Message History there'

/** What went wrong with Discord, and what to do about it. */
export function describeDiscordError(error: unknown, channelId: string): string {
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return 'Discord refuses the token; correct FULLHOLD_DISCORD_TOKEN'
    if (error.code === 50001 || error.code === 50013) return `${readHistoryAdvice} (channel ${channelId})`
    if (error.code === 10003) return `there is no channel ${channelId} that the bot knows; correct discord: channel or invite the bot`
    return `Discord answers ${error.status} to ${error.method} ${new URL(error.url).pathname}: ${error.message}`
  }
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return 'Discord refuses the token; correct FULLHOLD_DISCORD_TOKEN'
  const { code, message } = error as { code?: unknown; message?: string }
  if (code === 'ENOSPC') return 'the disk of the data folder is full; make room, listening goes on by itself'
  if (/disallowed intents/i.test(message ?? '')) return `Discord refuses the intents; ${messageContentAdvice}`
  return message ?? String(error)
}
