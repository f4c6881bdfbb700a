import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type LineCutter, startLineCutter } from '../peers/line_cutter.ts'
import { hasOpenSsh, type OpenSsh, startOpenSsh } from '../peers/openssh.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import { landedCount, startResident } from './resident_in_test.ts'

const stamp = (number: number) => `2026-01-12-${String(100_000 + number)}`

function putFile(ssh: OpenSsh, name: string, content: string | Buffer = `${name}\n`): void {
  // by a rename, so that nothing is seen half written
  writeFileSync(join(ssh.files, '..', name), content)
  renameSync(join(ssh.files, '..', name), join(ssh.files, name))
}

async function openSsh(): Promise<{ folder: string; ssh: OpenSsh }> {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'ssh'))
  const ssh = await startOpenSsh(join(folder, 'ssh'))
  onTestFinished(() => ssh.stop())
  return { folder, ssh }
}

async function cutter(ssh: OpenSsh): Promise<LineCutter> {
  const line = await startLineCutter(ssh.port)
  onTestFinished(() => line.close())
  // the same host key under the port of the line
  writeFileSync(ssh.knownHosts, `[127.0.0.1]:${line.port} ${readFileSync(ssh.knownHosts, 'utf8').split(' ').slice(1).join(' ')}`)
  return line
}

function configuration(ssh: OpenSsh, more: Record<string, unknown> = {}): Record<string, unknown> {
  const sftp = {
    host: ssh.host,
    port: ssh.port,
    user: ssh.user,
    folder: ssh.files,
    known_hosts: ssh.knownHosts,
    look_every_seconds: 0.1,
    ...more,
  }
  return { servers: [{ name: 'main', sources: [{ name: 'live', sftp }] }] }
}

describe.skipIf(!hasOpenSsh)('a folder of a real OpenSSH server', () => {
  test('files of every kind are landed once with their bytes, also by the next run, and a changed one is a version', async () => {
    const { folder, ssh } = await openSsh()
    const names = [
      `${stamp(1)}-supply-round-1.txt`,
      `${stamp(1)}-supply-round-1-endstats.txt`,
      'gametime-supply-R1-1786000524.json',
      `${stamp(2)}-supply-round-1_engagements.txt`,
    ]
    for (const name of names) putFile(ssh, name)
    for (const name of ['.processed.txt', 'readme.md', `${stamp(1)}-supply-round-1_ws.txt`]) putFile(ssh, name)
    const first = startResident(folder, configuration(ssh), ssh)
    await first.until((log) => landedCount(log) === 4, 'four files')
    await first.stop()
    const second = startResident(folder, configuration(ssh), ssh)
    putFile(ssh, names[0]!, 'longer than before\n')
    await second.until((log) => landedCount(log) === 1, 'the changed file')
    expect(second.status().sources).toMatchObject([
      { server: 'main', source_name: 'live', kind: 'sftp', state: 'up', listed_count: 4, error: null },
    ])
    await second.stop()
    expect([...ssh.sent().values()].reduce((sum, times) => sum + times, 0)).toBe(5)
    expect(await second.rows('select file_name, content, origin from raw.stats_files order by received_at')).toEqual([
      [names[0], `${names[0]}\n`, `sftp://127.0.0.1:${ssh.port}${ssh.files}/${names[0]}`],
      [names[0], 'longer than before\n', expect.any(String)],
    ])
    expect(
      await second.rows('select file_name from raw.gametimes_files union all select file_name from raw.proximity_files order by 1'),
    ).toEqual([[names[3]], [names[2]]])
  })

  test('the server goes away for a while: everything that appeared meanwhile is landed, nothing twice', async () => {
    const { folder, ssh } = await openSsh()
    putFile(ssh, `${stamp(1)}-supply-round-1.txt`)
    const resident = startResident(folder, configuration(ssh), ssh)
    await resident.until((log) => landedCount(log) === 1, 'the first file')
    await ssh.stop()
    await resident.until((log) => log.some(({ sentence }) => sentence.startsWith('main/live is down')), 'down')
    for (let number = 2; number <= 41; number += 1) putFile(ssh, `${stamp(number)}-supply-round-1.txt`)
    await ssh.start()
    await resident.until((log) => landedCount(log) === 41, 'the rest')
    await resident.stop()
    expect([...ssh.sent().values()].filter((times) => times !== 1)).toEqual([])
    const checks = await resident.rows('select error is null from raw.source_checks order by checked_at')
    expect(checks.slice(0, 2)).toEqual([[true], [false]])
    expect(checks.at(-1)).toEqual([true])
  })

  test('a line that is cut during a download leaves no half file, and the file comes whole afterwards', async () => {
    const { folder, ssh } = await openSsh()
    const line = await cutter(ssh)
    const content = `${'x'.repeat(200_000)}\n`
    putFile(ssh, `${stamp(1)}-supply-round-1.txt`, content)
    line.cutAfterBytes(60_000)
    const resident = startResident(folder, configuration(ssh, { port: line.port }), ssh)
    const downs = () => resident.log.filter(({ sentence }) => sentence.startsWith('main/live is down')).length
    for (const bytes of [30_000, 190_000, undefined]) {
      const before = downs()
      await resident.until(() => downs() > before, 'cut')
      line.cutAfterBytes(bytes)
    }
    expect(landedCount(resident.log)).toBe(0)
    await resident.until((log) => landedCount(log) === 1, 'landed')
    await resident.stop()
    expect(await resident.rows("select content = repeat('x', 200000) || chr(10), size_bytes from raw.stats_files")).toEqual([
      [true, 200_001n],
    ])
  })

  test('links, names that are none, and files above the cap are refused, recorded and shown', async () => {
    const { folder, ssh } = await openSsh()
    writeFileSync(join(folder, 'secret'), 'secret\n')
    symlinkSync(join(folder, 'secret'), join(ssh.files, `${stamp(1)}-supply-round-1.txt`))
    putFile(ssh, `${stamp(2)}-supply-round-7.txt`)
    putFile(ssh, `${stamp(3)}-supply-round-1.txt`, Buffer.alloc(256 * 1024 + 1, 65))
    putFile(ssh, `${stamp(4)}-supply-round-1.txt`)
    const resident = startResident(folder, configuration(ssh), ssh)
    await resident.until((log) => landedCount(log) === 1, 'the sound file')
    expect(
      resident
        .status()
        .refused.map(({ reason }) => reason)
        .sort(),
    ).toEqual(['not_a_regular_file', 'too_large', 'unrecognised_name'])
    await resident.stop()
    expect(await resident.rows('select reason from raw.refusals order by 1')).toEqual([
      ['not_a_regular_file'],
      ['too_large'],
      ['unrecognised_name'],
    ])
    expect([...ssh.sent().keys()]).toEqual([`${stamp(4)}-supply-round-1.txt`])
  })

  test('a changed host key is refused before anything is sent, recorded, and told from an unknown one', async () => {
    const { folder, ssh } = await openSsh()
    putFile(ssh, `${stamp(1)}-supply-round-1.txt`)
    await ssh.stop()
    ssh.changeHostKey()
    await ssh.start()
    const resident = startResident(folder, configuration(ssh), ssh)
    await resident.until((log) => log.some(({ event }) => event === 'landed'), 'the refusal is landed')
    expect(resident.status()).toMatchObject({
      sources: [{ state: 'down', error: expect.stringContaining('which is not the one in') }],
      refused: [{ reason: 'host_key_changed', name: `host key of 127.0.0.1:${ssh.port}` }],
    })
    await resident.stop()
    expect(await resident.rows('select reason from raw.refusals')).toEqual([['host_key_changed']])
    writeFileSync(ssh.knownHosts, '')
    const stranger = startResident(folder, configuration(ssh), ssh)
    await stranger.until((log) => log.some(({ sentence }) => sentence.includes('ssh-keyscan')), 'unknown, with what to do')
    expect(ssh.sent().size).toBe(0)
  })
})
