import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { namedFile } from '../../ingest/named_file.ts'
import { startDiscordServer } from '../peers/discord_server.ts'
import { hasOpenSsh, startOpenSsh } from '../peers/openssh.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import { landedCount, startResident } from './resident_in_test.ts'

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
  const folder = scratchFolder()
  mkdirSync(join(folder, 'ssh'))
  const ssh = await startOpenSsh(join(folder, 'ssh'))
  onTestFinished(() => ssh.stop())
  await using discord = await startDiscordServer()
  const channel = discord.addChannel('control')
  const webhook = discord.addWebhook(channel)
  const sftp = { host: ssh.host, port: ssh.port, user: ssh.user, folder: ssh.files, known_hosts: ssh.knownHosts, look_every_seconds: 3600 }
  const resident = startResident(
    folder,
    {
      servers: [{ name: 'main', sources: [{ sftp }] }],
      discord: { channel, webhooks: [{ id: webhook.id, servers: ['main'] }], rest_url: discord.restUrl },
    },
    { environment: { ...ssh.environment, FULLHOLD_DISCORD_TOKEN: discord.token } },
  )
  await resident.until((log) => log.filter(({ sentence }) => / is up/.test(sentence)).length === 2, 'both sources')
  const name = '2026-08-06-091527-supply-round-1.txt'
  writeFileSync(join(ssh.files, name), 'stats\n')
  discord.sendWebhookMessage(webhook, { content: `📊 \`${name}\`` })
  await resident.until((log) => landedCount(log) === 2, 'the message and its file')
  await resident.stop()
  expect(await resident.rows('select file_name, source_name from raw.stats_files')).toEqual([[name, 'sftp']])
})
