import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namedFile } from '../../ingest/named_file.ts'
import { hasOpenSsh } from '../peers/openssh.ts'
import { landedCount, startResident } from './resident_in_test.ts'
import { startScene } from './scene.ts'

test('only a plain name of a stats or endstats file is fetched', () => {
  const named = (text: string) => namedFile(`📊 \`${text}\``)
  expect(named('2026-08-06-091527-supply-round-1.txt')).toEqual({ ok: true, fileName: '2026-08-06-091527-supply-round-1.txt' })
  expect(named('2026-08-06-091527-supply-round-1-endstats.txt')).toMatchObject({ ok: true })
  for (const path of [
    '../a-round-1.txt',
    '/etc/2026-08-06-091527-supply-round-1.txt',
    '2026-08-06-091527-..\\x-round-1.txt',
    '..txt',
    `${'a'.repeat(300)}.txt`,
  ])
    expect([path, named(path)]).toMatchObject([path, { ok: false, reason: 'unsafe_name' }])
  expect(named('id_rsa.txt')).toMatchObject({ ok: false, reason: 'unrecognised_name' })
  expect(namedFile('STATS_READY')).toBeUndefined()
})

test.skipIf(!hasOpenSsh)('a message that names a file has it fetched at once, long before the folder is looked at again', async () => {
  const { folder, ssh, discord, webhook, sftp, control, environment } = await startScene()
  const resident = startResident(
    folder,
    { servers: [{ name: 'main', sources: [{ sftp: { ...sftp, look_every_seconds: 3600 } }] }], discord: control },
    { environment },
  )
  await resident.until((log) => log.filter(({ sentence }) => / is up/.test(sentence)).length === 2, 'both sources')
  const name = '2026-08-06-091527-supply-round-1.txt'
  writeFileSync(join(ssh.files, name), 'stats\n')
  discord.sendWebhookMessage(webhook, { content: `📊 \`${name}\`` })
  await resident.until((log) => landedCount(log) === 2, 'the message and its file')
  await resident.stop()
  expect(await resident.rows('select file_name, source_name from raw.stats_files')).toEqual([[name, 'sftp']])
})
