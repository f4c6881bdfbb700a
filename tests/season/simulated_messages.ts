import type { OfferedFile } from '../../ingest/land.ts'
import type { ArrivedMessage } from '../../ingest/land_messages.ts'
import type { GametimesFile } from '../../simulator/leave_traces.ts'
import type { Season } from '../../simulator/simulate_season.ts'

type Webhook = { id: string; servers: string[] }

/** The webhooks of a season, each with the servers that post with it. */
export function webhooksOf({ truth }: Season): Webhook[] {
  const servers = new Map<string, Set<string>>()
  for (const { webhook_id: id, server } of truth.discord?.webhooks ?? []) servers.set(id, (servers.get(id) ?? new Set()).add(server))
  return [...servers].map(([id, names]) => ({ id, servers: [...names].sort() }))
}

/** The messages of a season that its allow-list lets in, as the source of the product lands them, in order of delivery. */
export function arrivedMessages(season: Season): ArrivedMessage[] {
  const webhooks = new Map(webhooksOf(season).map(({ id, servers }) => [id, servers]))
  return season.messages.flatMap((message) => {
    const servers = webhooks.get(message.webhook_id ?? '')
    if (!servers) return []
    return {
      server: servers.length === 1 ? servers[0]! : null,
      sourceName: 'discord',
      messageId: message.id,
      editedAt: null,
      channelId: message.channel_id,
      webhookId: message.webhook_id ?? null,
      authorName: message.author.username,
      sentAt: message.timestamp,
      content: message.content,
      embeds: JSON.stringify(message.embeds),
    }
  })
}

/** A gametimes file of a season as a source offers it. */
export function offeredGametimes({ server, file_name, bytes, writtenAt }: GametimesFile): OfferedFile {
  return {
    status: 'offered',
    kind: 'gametimes',
    server,
    sourceName: 'simulated',
    fileName: file_name,
    modifiedAt: new Date(writtenAt),
    read: async () => bytes,
  }
}
