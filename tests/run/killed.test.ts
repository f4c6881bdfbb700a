import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { stringify } from 'yaml'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { hasOpenSsh } from '../peers/openssh.ts'
import { rowsOf, scratchFolder } from '../warehouse/scratch.ts'
import { landedCount, startResident } from './resident_in_test.ts'
import { startRun } from './run_process.ts'
import { startScene } from './scene.ts'

const fileNames = Array.from({ length: 120 }, (_, number) => `2026-01-12-${100_000 + number}-supply-round-1.txt`)
const contentOf = (name: string) => `${name.repeat(200)}\n`

test.skipIf(!hasOpenSsh)('killed while fetching, spooling and landing: nothing is lost, nothing doubled', async () => {
  const { folder, ssh, discord, webhook, sftp, control, environment } = await startScene()
  writeFileSync(
    join(folder, 'fullhold.yaml'),
    stringify({
      servers: [{ name: 'main', sources: [{ sftp: { ...sftp, look_every_seconds: 0.1 } }] }],
      discord: control,
    }),
  )
  const paths = dataPaths(join(folder, 'data'))
  const namesIn = (path: string) => (existsSync(path) ? readdirSync(path) : [])
  const isFetching = () => namesIn(join(paths.spool, 'unfinished')).length > 0
  const isSpooled = () => namesIn(paths.spool).length > 10
  const isLanding = () => existsSync(`${paths.warehouse}.wal`) && namesIn(paths.spool).length > 5
  const moments = [isFetching, isSpooled, isLanding, (output: string) => output.includes('landed:')]
  for (const [turn, isTheMoment] of moments.entries()) {
    for (const name of fileNames.slice(turn * 30, (turn + 1) * 30)) writeFileSync(join(ssh.files, name), contentOf(name))
    for (let number = 0; number < 5; number += 1) discord.sendWebhookMessage(webhook, { content: `message ${turn} ${number}` })
    const process = startRun(folder, environment, '--land-only')
    await process.when(() => isTheMoment(process.output()))
    await process.kill()
  }
  const last = startRun(folder, environment, '--land-only')
  await last.when(() => /main\/sftp is up/.test(last.output()) && /discord is up/.test(last.output()))
  await last.when(() => ssh.sent().size === fileNames.length && namesIn(paths.spool).join() === 'unfinished')
  expect(await last.stop()).toBe(0)
  using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
  const { connection } = warehouse
  expect(await rowsOf(connection, 'select file_name, content from raw.stats_files order by file_name')).toEqual(
    fileNames.map((name) => [name, contentOf(name)]),
  )
  expect(await rowsOf(connection, 'select count(*), count(distinct content) from raw.discord_messages')).toEqual([[20n, 20n]])
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
