import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Encoding, encode } from '../../ingest/decode.ts'
import { landFiles } from '../../ingest/land.ts'
import { landSourceConfigs } from '../../ingest/land_rows.ts'
import { rawSchemaSteps } from '../../ingest/raw_schema.ts'
import { upgradeRawSchema } from '../../ingest/upgrade_raw_schema.ts'
import { count, emptyWarehouse, offered, rowsOf, seededRandom } from '../warehouse/scratch.ts'

const name = '2026-01-12-224606-supply-round-1.txt'

test('the same file again adds nothing, other bytes add a version', async () => {
  const { connection } = await emptyWarehouse()
  expect(await landFiles(connection, [offered(name, 'a\n'), offered(name, 'a\n')])).toEqual({ landed: 1, unchanged: 1, refused: {} })
  expect(await landFiles(connection, [offered(name, 'a\n')])).toEqual({ landed: 0, unchanged: 1, refused: {} })
  expect(await landFiles(connection, [offered(name, 'a\nb\n')])).toEqual({ landed: 1, unchanged: 0, refused: {} })
  expect(await count(connection, 'raw.stats_files')).toBe(2)
})

test('the same bytes under another server or name are another file', async () => {
  const { connection } = await emptyWarehouse()
  const other = { ...offered(name, 'a\n'), server: 'second' }
  await landFiles(connection, [offered(name, 'a\n'), other, offered(name.replace('224606', '224607'), 'a\n')])
  expect(await count(connection, 'raw.stats_files')).toBe(3)
})

test('each kind goes to its own table', async () => {
  const { connection } = await emptyWarehouse()
  await landFiles(connection, [offered(name, 'a\n'), offered(name.replace('.txt', '-endstats.txt'), 'a\n', 'endstats')])
  expect(await count(connection, 'raw.stats_files')).toBe(1)
  expect(await count(connection, 'raw.endstats_files')).toBe(1)
})

test('what is landed gives the original bytes and their hash back', async () => {
  const { connection } = await emptyWarehouse()
  const random = seededRandom(2)
  const bytes = Array.from({ length: 100 }, (_, run) =>
    Buffer.from(Array.from({ length: run * 3 }, () => 1 + Math.floor(random() * (run % 2 ? 255 : 126)))),
  )
  await landFiles(
    connection,
    bytes.map((content, run) => offered(name.replace('224606', String(200000 + run)), content)),
  )
  const rows = await rowsOf(connection, 'select content, encoding, sha256 from raw.stats_files order by file_name')
  expect(rows).toHaveLength(100)
  rows.forEach(([content, encoding, sha256], run) => {
    const back = encode({ content: content as string, encoding: encoding as Encoding })
    expect(back.equals(bytes[run]!)).toBe(true)
    expect(sha256).toBe(createHash('sha256').update(back).digest('hex'))
  })
})

test('a NUL byte, a file over the cap and an unreadable file are refused once, and the rest is landed', async () => {
  const { connection } = await emptyWarehouse()
  const files = () => [
    offered(name, 'fine\n'),
    offered(name.replace('224606', '224607'), Buffer.from([65, 0, 66])),
    offered(name.replace('224606', '224608'), Buffer.alloc(256 * 1024 + 1, 65)),
    { ...offered(name.replace('224606', '224609'), ''), read: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) },
  ]
  const refused = { nul_byte: 1, too_large: 1, unreadable: 1 }
  expect(await landFiles(connection, files())).toEqual({ landed: 1, unchanged: 0, refused })
  expect(await landFiles(connection, files())).toEqual({ landed: 0, unchanged: 1, refused })
  expect(await rowsOf(connection, 'select reason, size_bytes, detail from raw.refusals order by reason')).toEqual([
    ['nul_byte', 3n, null],
    ['too_large', 262145n, null],
    ['unreadable', null, 'EACCES'],
  ])
})

test('thousands of files are landed in batches', async () => {
  const { connection } = await emptyWarehouse()
  const files = Array.from({ length: 4100 }, (_, run) => offered(`2026-01-12-${100000 + run}-supply-round-1.txt`, `file ${run}\n`))
  let batches = 0
  expect(await landFiles(connection, files, { onBatch: () => (batches += 1) })).toEqual({ landed: 4100, unchanged: 0, refused: {} })
  expect(batches).toBe(3)
})

test('a configuration is landed when it changes', async () => {
  const { connection } = await emptyWarehouse()
  const config = { server: 'main', sourceName: 'server', kind: 'server' as const, timeZone: 'UTC' }
  expect(await landSourceConfigs(connection, [config], new Date(1000))).toBe(1)
  expect(await landSourceConfigs(connection, [config], new Date(2000))).toBe(0)
  expect(await landSourceConfigs(connection, [{ ...config, timeZone: 'Europe/Ljubljana' }], new Date(3000))).toBe(1)
  expect(await landSourceConfigs(connection, [config], new Date(4000))).toBe(1)
})

test('an upgrade adds its step and leaves what was landed as it was', async () => {
  const { connection } = await emptyWarehouse()
  await landFiles(connection, [offered(name, 'a\n')])
  const before = await rowsOf(connection, 'select sha256, content, received_at from raw.stats_files')
  const version = rawSchemaSteps.at(-1)!.version + 1
  const steps = [...rawSchemaSteps, { version, description: 'one more column', sql: 'alter table raw.stats_files add column note varchar' }]
  await upgradeRawSchema(connection, steps)
  await upgradeRawSchema(connection, steps)
  expect(await rowsOf(connection, 'select sha256, content, received_at from raw.stats_files')).toEqual(before)
  await expect(upgradeRawSchema(connection)).rejects.toThrow(`raw schema version ${version}`)
})

test('a step that fails is undone and can be taken again', async () => {
  const { connection } = await emptyWarehouse()
  const version = rawSchemaSteps.at(-1)!.version + 1
  const broken = { version, description: 'broken', sql: 'create table raw.half (a integer); select no_such_function()' }
  await expect(upgradeRawSchema(connection, [...rawSchemaSteps, broken])).rejects.toThrow('no_such_function')
  await upgradeRawSchema(connection, [...rawSchemaSteps, { ...broken, sql: 'create table raw.half (a integer)' }])
  expect(await count(connection, 'raw.half')).toBe(0)
})
