import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal } from '../../bot/journal.ts'
import { writeLink } from '../../bot/player_links.ts'
import { landBotFiles } from '../../ingest/land_bot_files.ts'
import { emptyWarehouse, rowsOf, scratchFolder } from '../warehouse/scratch.ts'

test('what the bot wrote is landed once, whatever a kill left at the end of its files', async () => {
  const folder = scratchFolder()
  const paths = { journal: join(folder, 'posts.jsonl'), links: join(folder, 'player_links.jsonl') }
  const { connection } = await emptyWarehouse()
  expect(await landBotFiles(connection, paths)).toBe(0)
  const about = { post_kind: 'round', anchor_round_id: 'a'.repeat(16), facts_hash: 'f', nonce: 'n', channel_id: '1' }
  {
    using journal = openJournal(paths.journal)
    journal.append({ ...about, entry_kind: 'intent', message_id: null, detail: 'round aaaaaa' }, new Date('2025-01-01T20:00:00Z'))
    journal.append({ ...about, entry_kind: 'sent', message_id: '77', detail: null }, new Date('2025-01-01T20:00:01Z'))
  }
  appendFileSync(paths.journal, '{"entry_id":"cut')
  const link = writeLink(
    paths.links,
    { entry_kind: 'asked', discord_user_id: '5', player_id: 'ABCDEF01', author: 'somebody' },
    new Date('2025-01-01T20:00:00Z'),
  )
  expect(await landBotFiles(connection, paths)).toBe(3)
  expect(await landBotFiles(connection, paths)).toBe(0)
  {
    using journal = openJournal(paths.journal)
    expect(journal.entries).toHaveLength(2)
    journal.append({ ...about, entry_kind: 'edited', message_id: '77', detail: null }, new Date('2025-01-03T20:00:01Z'))
  }
  writeLink(paths.links, { ...link, entry_kind: 'approved', author: 'an admin' }, new Date('2025-01-01T20:05:00Z'))
  expect(await landBotFiles(connection, paths)).toBe(2)
  expect(await landBotFiles(connection, paths)).toBe(0)
  expect(await rowsOf(connection, 'select entry_kind, message_id from raw.bot_posts order by written_at')).toEqual([
    ['intent', null],
    ['sent', '77'],
    ['edited', '77'],
  ])
  expect(await rowsOf(connection, 'select entry_kind, player_id from raw.player_links order by written_at')).toEqual([
    ['asked', 'ABCDEF01'],
    ['approved', 'ABCDEF01'],
  ])
})
