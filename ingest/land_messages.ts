import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'

/** One state of a Discord message: as it was sent, or as it was after an edit. */
export type ArrivedMessage = {
  /** Null where several servers post with the webhook. */
  server: string | null
  sourceName: string
  messageId: string
  /** ISO 8601 in UTC; null for the message as it was sent. */
  editedAt: string | null
  channelId: string
  webhookId: string | null
  authorName: string | null
  sentAt: string
  content: string
  /** The embeds as JSON text, as the API gave them. */
  embeds: string
}

const messagesPerStatement = 500

/** Appends message states to raw.discord_messages, each once (message id, time of the edit). Gives how many were new. */
export async function landMessages(
  connection: DuckDBConnection,
  messages: ArrivedMessage[],
  { receivedAt = new Date() }: { receivedAt?: Date } = {},
): Promise<{ landed: number; unchanged: number }> {
  let landed = 0
  for (let from = 0; from < messages.length; from += messagesPerStatement) {
    const rows = messages.slice(from, from + messagesPerStatement).map((message) => ({ ...message, sha256: messageSha256(message) }))
    const inserted = await connection.run(
      `with arrived as (
           select
               unnest(
                   from_json(
                       $1::json,
                       '[{"server":"VARCHAR","sourceName":"VARCHAR","messageId":"VARCHAR","editedAt":"VARCHAR","channelId":"VARCHAR",
                          "webhookId":"VARCHAR","authorName":"VARCHAR","sentAt":"VARCHAR","content":"VARCHAR","embeds":"VARCHAR","sha256":"VARCHAR"}]'
                   ),
                   recursive := true
               ),
               generate_subscripts(from_json($1::json, '["JSON"]'), 1) as position,
       )
       insert into raw.discord_messages
         (server, source_name, message_id, edited_at, channel_id, webhook_id, author_name, sent_at, content, embeds, sha256, received_at)
       select
           server, sourceName, messageId, editedAt::timestamptz, channelId, webhookId, authorName, sentAt::timestamptz, content, embeds, sha256,
           $2::timestamptz
       from arrived
       where not exists (
           select 1 from raw.discord_messages as landed
           where landed.message_id = arrived.messageId
             and landed.edited_at is not distinct from arrived.editedAt::timestamptz)
       qualify row_number() over (partition by messageId, editedAt::timestamptz order by position) = 1
       order by position`,
      [JSON.stringify(rows), receivedAt.toISOString()],
    )
    landed += inserted.rowsChanged
  }
  return { landed, unchanged: messages.length - landed }
}

/** The newest message of a channel that was landed; undefined before the first. */
export async function newestLandedMessage(connection: DuckDBConnection, channelId: string): Promise<string | undefined> {
  const reader = await connection.runAndReadAll(
    'select max(try_cast(message_id as ubigint))::varchar from raw.discord_messages where channel_id = $1',
    [channelId],
  )
  const [id] = reader.getRows()[0] ?? []
  return id === null || id === undefined ? undefined : String(id)
}

function messageSha256({ content, embeds }: ArrivedMessage): string {
  return createHash('sha256').update(`${content}\n${embeds}`).digest('hex')
}
