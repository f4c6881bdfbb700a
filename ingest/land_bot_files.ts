import { existsSync, readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'

const postSchema = z.object({
  entry_id: z.string(),
  entry_kind: z.string(),
  post_kind: z.string(),
  anchor_round_id: z.string(),
  facts_hash: z.string(),
  nonce: z.string().nullable(),
  channel_id: z.string().nullable(),
  message_id: z.string().nullable(),
  detail: z.string().nullable(),
  written_at: z.iso.datetime(),
})

const linkSchema = z.object({
  link_id: z.string(),
  entry_kind: z.string(),
  discord_user_id: z.string(),
  player_id: z.string(),
  author: z.string(),
  written_at: z.iso.datetime(),
})

/**
 * Appends what the bot wrote to its journal of posts and its file of player links, and raw does not have. The files stay; a line that is
 * being written, or that a kill cut off, is left for later. Gives the number of rows added.
 */
export async function landBotFiles(connection: DuckDBConnection, paths: { journal: string; links: string }): Promise<number> {
  const posts = await landLines(connection, 'bot_posts', ['entry_id'], postSchema, paths.journal)
  const links = await landLines(connection, 'player_links', ['link_id', 'entry_kind'], linkSchema, paths.links)
  return posts + links
}

async function landLines(connection: DuckDBConnection, table: string, key: string[], schema: z.ZodObject, path: string): Promise<number> {
  if (!existsSync(path)) return 0
  const newest = await connection.runAndReadAll(`select max(written_at) - interval 1 day from raw.${table}`)
  const since = newest.getRows()[0]?.[0] ? new Date(String(newest.getRowsJson()[0]![0])).toISOString() : ''
  const entries = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const read = schema.safeParse(parse(line))
      return read.success && String(read.data.written_at) >= since ? [read.data] : []
    })
  if (entries.length === 0) return 0
  const columns = Object.keys(schema.shape)
  const fields = columns.map((name) => `json_extract_string(entry, '$.${name}') as ${name}`)
  const inserted = await connection.run(
    `insert into raw.${table} by name
     with offered as (select ${fields.join(', ')} from (select unnest(from_json($1, '["json"]')) as entry))
     select * replace (written_at::timestamptz as written_at) from offered
     where (${key.join(', ')}) not in (select (${key.join(', ')}) from raw.${table})
     qualify row_number() over (partition by ${key.join(', ')} order by written_at) = 1`,
    [JSON.stringify(entries)],
  )
  return inserted.rowsChanged
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
