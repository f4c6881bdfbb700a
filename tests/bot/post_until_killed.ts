// One life of a bot in a process of its own: posts what is published again and again until it is killed.
// Usage: post_until_killed.ts <marts> <journal> <rest url> <token> <channel>
import { REST } from 'discord.js'
import { openJournal } from '../../bot/journal.ts'
import { postOnce } from '../../bot/post_once.ts'
import { botConfigurationSchema } from '../../config/bot_configuration.ts'
import { openMarts } from '../../warehouse/open_marts.ts'

const [martsPath, journalPath, restUrl, token, channel] = process.argv.slice(2) as [string, string, string, string, string]
const configuration = botConfigurationSchema.parse({ channels: { results: channel }, first_start_window_minutes: 60 })
const rest = new REST({ version: '10', api: restUrl, retries: 0 }).setToken(token)
await using marts = openMarts(martsPath)
using journal = openJournal(journalPath)
process.stdout.write('posting\n')
for (;;) await postOnce({ marts: marts!, journal, rest, configuration, now: () => new Date(), onTrouble: () => {} })
