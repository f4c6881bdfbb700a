import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { stringify } from 'yaml'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { startDiscordServer } from '../peers/discord_server.ts'
import { hasOpenSsh, startOpenSsh } from '../peers/openssh.ts'
import { rowsOf, scratchFolder } from '../warehouse/scratch.ts'
import { landedCount, startResident } from './resident_in_test.ts'

const fileNames = Array.from({ length: 120 }, (_, number) => `2026-01-12-${100_000 + number}-supply-round-1.txt`)
const contentOf = (name: string) => `${name.repeat(200)}\n`

test.skipIf(!hasOpenSsh)('killed while fetching, spooling and landing: nothing is lost, nothing doubled', async () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'ssh'))
  const ssh = await startOpenSsh(join(folder, 'ssh'))
  onTestFinished(() => ssh.stop())
  await using discord = await startDiscordServer()
  const channel = discord.addChannel('control')
  const webhook = discord.addWebhook(channel)
  const sftp = { host: ssh.host, port: ssh.port, user: ssh.user, folder: ssh.files, known_hosts: ssh.knownHosts, look_every_seconds: 0.1 }
  writeFileSync(
    join(folder, 'fullhold.yaml'),
    stringify({
      servers: [{ name: 'main', sources: [{ sftp }] }],
      discord: { channel, webhooks: [{ id: webhook.id, servers: ['main'] }], rest_url: discord.restUrl },
    }),
  )
  const paths = dataPaths(join(folder, 'data'))
  const children: ChildProcess[] = []
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL')
  })
  let output = ''
  function start(): ChildProcess {
    const args = ['--data', paths.folder, '--config', join(folder, 'fullhold.yaml'), 'run', '--land-only']
    const child = spawn(process.execPath, [join(projectFolder, 'bin/fullhold.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...ssh.environment, FULLHOLD_DISCORD_TOKEN: discord.token },
    })
    output = ''
    child.stdout!.on('data', (data: Buffer) => {
      output += data.toString()
    })
    children.push(child)
    return child
  }
  async function when(child: ChildProcess, isTheMoment: () => boolean): Promise<void> {
    while (!isTheMoment()) {
      if (child.exitCode !== null) throw new Error(`it ended before: ${output}`)
      await delay(1)
    }
  }
  const namesIn = (path: string) => (existsSync(path) ? readdirSync(path) : [])
  const isFetching = () => namesIn(join(paths.spool, 'unfinished')).length > 0
  const isSpooled = () => namesIn(paths.spool).length > 10
  const isLanding = () => existsSync(`${paths.warehouse}.wal`) && namesIn(paths.spool).length > 5
  const hasLanded = () => output.includes('landed:')
  let sent = 0
  for (const isTheMoment of [isFetching, isSpooled, isLanding, hasLanded]) {
    for (const name of fileNames.slice(sent * 30, (sent + 1) * 30)) writeFileSync(join(ssh.files, name), contentOf(name))
    for (let number = 0; number < 5; number += 1) discord.sendWebhookMessage(webhook, { content: `message ${sent} ${number}` })
    sent += 1
    const child = start()
    await when(child, isTheMoment)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const last = start()
  const landed = async () => {
    using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
    return {
      files: await rowsOf(warehouse.connection, 'select file_name, content from raw.stats_files order by file_name'),
      messages: await rowsOf(warehouse.connection, 'select content from raw.discord_messages order by content'),
    }
  }
  await when(last, () => / is up[\s\S]* is up/.test(output))
  await when(last, () => /landed: \d+ landed/.test(output))
  await when(last, () => namesIn(paths.spool).filter((name) => name !== 'unfinished').length === 0 && isQuiet())
  const exited = once(last, 'exit')
  last.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
  const { files, messages } = await landed()
  expect(files).toEqual(fileNames.map((name) => [name, contentOf(name)]))
  expect(messages).toHaveLength(20)
  expect(new Set(messages.flat()).size).toBe(20)

  /** Every file was sent by the server at least once, so all are in the spool or landed. */
  function isQuiet(): boolean {
    return ssh.sent().size === fileNames.length
  }
})

const canMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0

test.skipIf(!canMount)('a full disk stops landing cleanly, is said, and with room again everything goes on', async (context) => {
  const folder = scratchFolder()
  const [data, files] = [join(folder, 'data'), join(folder, 'files')]
  mkdirSync(data)
  mkdirSync(files)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', data]).status !== 0) return context.skip()
  onTestFinished(() => void execFileSync('umount', ['-l', data]))
  const put = (name: string) => writeFileSync(join(files, name), contentOf(name).repeat(20))
  put(fileNames[0]!)
  const resident = startResident(folder, { servers: [{ name: 'main', sources: [{ folder: files }] }] })
  await resident.until((log) => landedCount(log) === 1, 'the first file')
  const ballast = join(data, 'ballast')
  spawnSync('bash', ['-c', `head -c 100M /dev/zero > ${ballast}`])
  for (const name of fileNames.slice(1, 40)) put(name)
  await resident.until((log) => log.some(({ sentence }) => sentence.includes('disk of the data folder is full')), 'the full disk is said')
  rmSync(ballast)
  await resident.until((log) => landedCount(log) === 40, 'everything')
  expect(resident.status().trouble).toBeNull()
  await resident.stop()
  expect(await resident.rows('select count(*), count(distinct file_name) from raw.stats_files')).toEqual([[40n, 40n]])
})
