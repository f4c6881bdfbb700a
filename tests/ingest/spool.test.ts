import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openFetchedFiles } from '../../ingest/fetched_files.ts'
import { landSpool } from '../../ingest/land_spool.ts'
import { openSpool, type SpooledFile, type SpooledMessage } from '../../ingest/spool.ts'
import { emptyWarehouse, rowsOf, scratchFolder } from '../warehouse/scratch.ts'

const caps = { stats: 1000, endstats: 1000, gametimes: 1000, proximity: 1000 }

function file(fileName: string, sizeBytes: number): SpooledFile {
  const modifiedAt = '2026-01-12T10:00:00.000Z'
  return {
    is: 'file',
    server: 'main',
    sourceName: 'live',
    fileName,
    kind: 'stats',
    origin: `sftp://host/${fileName}`,
    sizeBytes,
    modifiedAt,
  }
}

function message(messageId: string, content: string, editedAt: string | null = null): SpooledMessage {
  return {
    is: 'message',
    server: null,
    sourceName: 'discord',
    messageId,
    editedAt,
    channelId: '1',
    webhookId: '2',
    authorName: 'ET:Legacy Stats',
    sentAt: '2026-01-12T10:00:00.000Z',
    content,
    embeds: '[]',
  }
}

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

test('what is put is there for the next process, and lands once though it is landed twice', async () => {
  const folder = join(scratchFolder(), 'spool')
  const first = openSpool(folder)
  expect(await first.putFile(file('2026-01-12-100000-supply-round-1.txt', 6), chunks('a\n', 'b\n', 'c\n'))).toBe(true)
  first.put(message('10', 'x\n"y" `z` \ud83d\udcca'))
  first.put(message('10', 'edited', '2026-01-12T10:01:00.000Z'))
  first.put(message('10', 'the same again'))
  const { connection } = await emptyWarehouse()
  const { entries } = first.entries()
  expect((await landSpool(connection, openSpool(folder), caps, new Date(0))).counts).toEqual({ landed: 3, unchanged: 1, refused: {} })
  for (const { header } of entries) if (header.is !== 'file') first.put(header)
  expect((await landSpool(connection, openSpool(folder), caps, new Date(0))).counts).toEqual({ landed: 0, unchanged: 3, refused: {} })
  expect(openSpool(folder).count()).toBe(0)
  expect(await rowsOf(connection, 'select content, remote_modified_at::varchar from raw.stats_files')).toEqual([
    ['a\nb\nc\n', '2026-01-12 10:00:00+00'],
  ])
  expect(
    await rowsOf(connection, 'select content, server, length(sha256) from raw.discord_messages order by edited_at nulls first'),
  ).toEqual([
    ['x\n"y" `z` 📊', null, 64n],
    ['edited', null, 64n],
  ])
})

test('a download with fewer or more bytes than announced, or that breaks, leaves nothing', async () => {
  const folder = join(scratchFolder(), 'spool')
  const spool = openSpool(folder)
  expect(await spool.putFile(file('a', 3), chunks('ab'))).toBe(false)
  expect(await spool.putFile(file('a', 3), chunks('ab', 'cd'))).toBe(false)
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('ab')
    throw new Error('the line was cut')
  }
  await expect(spool.putFile(file('a', 3), broken())).rejects.toThrow('the line was cut')
  writeFileSync(join(folder, 'unfinished', 'left by a kill'), 'half')
  expect(openSpool(folder).count()).toBe(0)
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
})

test('a damaged entry is put aside and recorded, and the rest is landed', async () => {
  const folder = join(scratchFolder(), 'spool')
  const spool = openSpool(folder)
  spool.put(message('10', 'damaged'))
  spool.put(message('11', 'sound'))
  truncateSync(join(folder, readdirSync(folder).sort()[0]!), 20)
  const { connection } = await emptyWarehouse()
  expect((await landSpool(connection, openSpool(folder), caps, new Date(0))).counts).toEqual({
    landed: 1,
    unchanged: 0,
    refused: { unreadable: 1 },
  })
  expect(readdirSync(join(folder, 'damaged'))).toHaveLength(1)
})

test('a list of fetched files that a kill tore keeps its whole lines', () => {
  const path = join(scratchFolder(), 'fetched.jsonl')
  const of = (fileName: string) => ({ server: 'main', sourceName: 'live', fileName, looks: '1 2' })
  openFetchedFiles(path).add([of('a'), of('b')])
  writeFileSync(path, readFileSync(path).subarray(0, -5))
  const again = openFetchedFiles(path)
  again.add([of('c')])
  const last = openFetchedFiles(path)
  expect(['a', 'b', 'c'].map((name) => last.looksOf('main', 'live', name))).toEqual(['1 2', undefined, '1 2'])
})

const canMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0

test.skipIf(!canMount)('a full disk refuses what comes and keeps what is there; with room again it goes on', async (context) => {
  const folder = join(scratchFolder(), 'small')
  mkdirSync(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0) return context.skip()
  onTestFinished(() => void execFileSync('umount', [folder]))
  const spool = openSpool(join(folder, 'spool'))
  spool.put(message('1', 'first'))
  const ballast = join(folder, 'ballast')
  expect(() => writeFileSync(ballast, Buffer.alloc(512 * 1024))).toThrow('ENOSPC')
  expect(() => spool.put(message('2', 'x'.repeat(10_000)))).toThrow('ENOSPC')
  await expect(spool.putFile(file('a', 10_000), chunks('x'.repeat(10_000)))).rejects.toThrow('ENOSPC')
  expect(
    openSpool(join(folder, 'spool'))
      .entries()
      .entries.map(({ header }) => header.is === 'message' && header.content),
  ).toEqual(['first'])
  truncateSync(ballast, 0)
  spool.put(message('2', 'second'))
  expect(openSpool(join(folder, 'spool')).entries()).toMatchObject({ entries: [{}, { header: { content: 'second' } }], damaged: [] })
  expect(existsSync(ballast)).toBe(true)
})
