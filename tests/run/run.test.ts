import { spawnSync } from 'node:child_process'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readStatus } from '../../run/status_file.ts'
import { type SimulatedFile, simulateSeason } from '../../simulator/simulate_season.ts'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { hasOpenSsh } from '../peers/openssh.ts'
import { rowsOf } from '../warehouse/scratch.ts'
import { isOpenInChild, startRun } from './run_process.ts'
import { startScene } from './scene.ts'

test.skipIf(!hasOpenSsh)(
  'from the game server and Discord to the published marts; killed while building, the round is there after the next start',
  async () => {
    const season = simulateSeason({ seed: 'run', evenings: 1, mapsPerEvening: 3 })
    const { folder, ssh, discord, channel, sftp, control, environment } = await startScene()
    const paths = dataPaths(join(folder, 'data'))
    const put = ({ file_name, bytes, writtenAt }: SimulatedFile) => {
      writeFileSync(join(ssh.files, file_name), bytes)
      utimesSync(join(ssh.files, file_name), writtenAt / 1000, writtenAt / 1000)
    }
    writeFileSync(
      join(folder, 'fullhold.yaml'),
      stringify({
        servers: [{ name: 'main', time_zone: season.truth.time_zone, sources: [{ sftp }] }],
        discord: control,
        run: { after_publish: [`echo "$FULLHOLD_BUILD_ID" >> ${join(folder, 'published')}`] },
      }),
    )
    const isLast = ({ file_name }: SimulatedFile) => file_name >= season.files.at(-2)!.file_name
    const before = season.files.filter((file) => !isLast(file))
    before.forEach(put)
    discord.sendWebhookMessage(discord.addWebhook(channel, 'stranger'), { content: 'STATS_READY' })
    const hooks = () => readFileSync(join(folder, 'published'), 'utf8').trim().split('\n').length
    const rounds = async () => {
      using marts = await openWarehouse(paths.marts, { isReadOnly: true })
      return await rowsOf(marts.connection, 'select distinct stats_file_name from fct_rounds')
    }

    const first = startRun(folder, environment)
    await first.when(() => /published: /.test(first.output()) && readStatus(paths.status)?.hooks[0]?.is_running === false)
    const roundsBefore = await rounds()
    expect(roundsBefore.length).toBeGreaterThan(2)

    const landings = () => first.output().split('landed: ').length
    const landingsBefore = landings()
    season.files.filter(isLast).forEach(put)
    await first.when(() => landings() > landingsBefore && isOpenInChild(first.pid, paths.warehouse))
    await first.kill()
    expect(await rounds()).toHaveLength(roundsBefore.length)

    const second = startRun(folder, environment)
    await second.when(() => /published: /.test(second.output()) && readStatus(paths.status)?.hooks[0]?.is_running === false)
    const status = spawnSync(process.execPath, [join(projectFolder, 'bin/fullhold.mjs'), '--data', paths.folder, 'status'], {
      encoding: 'utf8',
    })
    expect(await second.stop()).toBe(0)
    expect((await rounds()).length).toBeGreaterThan(roundsBefore.length)
    expect(hooks()).toBe(2)
    expect(status.stdout).toMatch(/running since/)
    expect(status.stdout).toMatch(/main\/sftp sftp: up/)
    expect(status.stdout).toMatch(/unknown_webhook/)
    expect(readStatus(paths.status)).toMatchObject({
      state: 'stopped',
      waiting_count: 0,
      trouble: null,
      last_publish: { build_id: expect.any(String) },
    })
  },
  400_000,
)
