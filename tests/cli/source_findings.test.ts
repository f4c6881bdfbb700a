import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clockFindings } from '../../cli/clock_findings.ts'
import type { Finding } from '../../cli/finding.ts'
import { sourceFindings } from '../../cli/source_findings.ts'
import { configurationSchema } from '../../config/configuration.ts'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { permissions } from '../peers/discord_state.ts'
import { hasOpenSsh } from '../peers/openssh.ts'
import { landedCount, startResident } from '../run/resident_in_test.ts'
import { startScene } from '../run/scene.ts'

/** Files as a server in a zone of `aheadHours` writes them: the stats file two seconds after each end. */
function files(aheadHours: number, { hasGametimes = true, changedLater = 0 } = {}): { name: string; modifiedAt: Date }[] {
  return Array.from({ length: 6 }, (_, round) => {
    const end = Date.parse('2026-01-12T20:00:00Z') + round * 15 * 60_000
    const local = new Date(end + 2000 + aheadHours * 3_600_000).toISOString()
    const stamp = `${local.slice(0, 10)}-${local.slice(11, 19).replaceAll(':', '')}`
    const stats = { name: `${stamp}-supply-round-1.txt`, modifiedAt: new Date(end + 2000 + changedLater) }
    return hasGametimes ? [stats, { name: `gametime-supply-R1-${end / 1000}.json`, modifiedAt: new Date(end) }] : [stats]
  }).flat()
}

test('a wrong time zone shows in names against Lua ends, or against file times, with what to write instead', () => {
  const now = new Date('2026-01-16T00:00:00Z')
  const check = (zone: string, given: ReturnType<typeof files>) => clockFindings('main', zone, given, now)
  expect(check('Europe/Ljubljana', files(1))).toMatchObject([{ is: 'fine', what: expect.stringContaining('6 names agree') }])
  expect(check('UTC', files(1))).toMatchObject([
    { is: 'wrong', what: expect.stringContaining('1:00 h late'), fix: expect.stringContaining('1:00 h more') },
  ])
  expect(check('UTC', files(-5.5, { hasGametimes: false }))).toMatchObject([{ is: 'wrong', what: expect.stringContaining('5:30 h early') }])
  // copied files have new times, and say nothing
  expect(check('UTC', files(0, { hasGametimes: false, changedLater: 50 * 3_600_000 }))).toMatchObject([{ is: 'note' }])
  expect(check('UTC', [])).toMatchObject([{ is: 'note' }])
  expect(clockFindings('main', 'UTC', files(0), new Date('2026-01-12T20:00:00Z'))[1]).toMatchObject({
    is: 'wrong',
    what: expect.stringContaining('ahead'),
  })
})

test.skipIf(!hasOpenSsh)('each source says that it is fine, or what is wrong and what to do', async () => {
  const { folder, ssh, discord, channel, webhook, sftp, control, environment } = await startScene()
  for (const { name, modifiedAt } of files(0)) {
    writeFileSync(join(ssh.files, name), 'x\n')
    utimesSync(join(ssh.files, name), modifiedAt, modifiedAt)
  }
  const written = { servers: [{ name: 'main', sources: [{ sftp }] }], discord: control }
  const session = {
    paths: dataPaths(join(folder, 'data')),
    configuration: configurationSchema.parse(written),
    configurationPath: undefined,
    isJson: false,
  }
  const wrong = async (environmentNow: NodeJS.ProcessEnv): Promise<string[]> => {
    const findings: Finding[] = await sourceFindings(session, environmentNow)
    for (const finding of findings.filter(({ is }) => is === 'wrong')) expect(finding.fix).toBeTruthy()
    return findings.filter(({ is }) => is === 'wrong').map(({ what }) => what)
  }
  expect(await wrong(environment)).toEqual([])
  expect(await wrong({ PATH: process.env.PATH })).toEqual([
    expect.stringContaining('there are no credentials for server main'),
    'Discord: there is no token',
  ])

  // another bot deletes what was landed
  const message = discord.sendWebhookMessage(webhook, { content: 'STATS_READY' })
  discord.sendWebhookMessage(webhook, { content: 'STATS_READY' })
  const resident = startResident(folder, written, { environment })
  await resident.until((log) => landedCount(log) >= 14, 'twelve files and two messages')
  await resident.stop()
  discord.deleteMessage(message)
  expect(await wrong(environment)).toEqual(['Discord: 1 of the last 2 messages that were landed are gone from the channel'])

  discord.deny(channel, permissions.readMessageHistory)
  writeFileSync(ssh.knownHosts, '')
  expect(await wrong(environment)).toEqual([
    expect.stringContaining('ssh-keyscan'),
    'Discord: the bot lacks Read Message History in #control',
  ])
  discord.state.applicationFlags = 0
  expect((await wrong(environment))[1]).toContain('turn on the Message Content intent')
})
