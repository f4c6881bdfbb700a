/** The bot's token from the environment alone, never from a file; undefined when there is none. Its shape is Discord's affair. */
export function botToken(environment: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  return environment.FULLHOLD_BOT_TOKEN || environment.FULLHOLD_DISCORD_TOKEN || undefined
}
