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
  'from the game server and Discord to the published marts and the posts; killed while building, the round is there after the next start',
  async () => {
    const files = playedJustNow(simulateSeason({ seed: 'run', evenings: 1, mapsPerEvening: 3 }).files)
    const { folder, ssh, discord, channel, sftp, control, environment } = await startScene()
    const paths = dataPaths(join(folder, 'data'))
    const [results, live] = [discord.addChannel('results'), discord.addChannel('live')]
    const put = ({ file_name, bytes, writtenAt }: SimulatedFile) => {
      writeFileSync(join(ssh.files, file_name), bytes)
      utimesSync(join(ssh.files, file_name), writtenAt / 1000, writtenAt / 1000)
    }
    writeFileSync(
      join(folder, 'fullhold.yaml'),
      stringify({
        servers: [{ name: 'main', time_zone: 'UTC', sources: [{ sftp }] }],
        discord: control,
        bot: {
          channels: { results, live },
          guild: discord.state.guildId,
          rest_url: discord.restUrl,
          first_start_window_minutes: 300,
        },
        run: { after_publish: [`echo "$FULLHOLD_BUILD_ID" >> ${join(folder, 'published')}`] },
      }),
    )
    const isLast = ({ file_name }: SimulatedFile) => file_name >= files.at(-2)!.file_name
    const before = files.filter((file) => !isLast(file))
    before.forEach(put)
    discord.sendWebhookMessage(discord.addWebhook(channel, 'stranger'), { content: 'STATS_READY' })
    const hooks = () => readFileSync(join(folder, 'published'), 'utf8').trim().split('\n').length
    const isDone = (output: string) =>
      /published: /.test(output) &&
      readStatus(paths.status)?.hooks.every(({ is_running, last_run_at }) => !is_running && last_run_at !== null) === true
    /** What stands at the foot of the posts of a kind. */
    const posted = (kind: string, channelId: string) =>
      discord.messagesIn(channelId).flatMap(({ embeds }) => {
        const footer = String((embeds.at(-1)?.footer as { text: string } | undefined)?.text)
        return footer.startsWith(`${kind} `) ? [footer] : []
      })
    const rounds = async () => {
      using marts = await openWarehouse(paths.marts, { isReadOnly: true })
      return await rowsOf(marts.connection, 'select distinct stats_file_name from fct_rounds')
    }

    const first = startRun(folder, environment)
    await first.when(() => isDone(first.output()))
    const roundsBefore = await rounds()
    expect(roundsBefore.length).toBeGreaterThan(2)
    expect(posted('round', results)).toHaveLength(roundsBefore.length)
    const [evening] = discord.messagesIn(live)
    const asked = discord.interact({ channelId: results, data: { name: 'last' } })
    await discord.until(() => asked.messages.length > 0, '/last is answered')

    const landings = () => first.output().split('landed: ').length
    const landingsBefore = landings()
    files.filter(isLast).forEach(put)
    await first.when(() => landings() > landingsBefore && isOpenInChild(first.pid, paths.warehouse))
    await first.kill()
    expect(await rounds()).toHaveLength(roundsBefore.length)

    const second = startRun(folder, environment)
    await second.when(() => isDone(second.output()))
    const status = spawnSync(process.execPath, [join(projectFolder, 'bin/fullhold.mjs'), '--data', paths.folder, 'status'], {
      encoding: 'utf8',
    })
    expect(await second.stop()).toBe(0)
    const roundsAfter = await rounds()
    expect(roundsAfter.length).toBeGreaterThan(roundsBefore.length)
    expect(hooks()).toBe(2)
    const footers = posted('round', results)
    expect([footers.length, new Set(footers).size]).toEqual([roundsAfter.length, roundsAfter.length])
    expect(discord.messagesIn(live).map(({ id, edited_timestamp }) => [id, edited_timestamp !== null])).toEqual([[evening!.id, true]])
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

/** The files of an evening as if the last one had been written half a minute ago, by a server whose clock is UTC. */
function playedJustNow(files: SimulatedFile[]): SimulatedFile[] {
  const stampOf = (name: string) => Date.parse(name.replace(/^(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d).*$/, '$1T$2:$3:$4Z'))
  const ended = Date.now() - 30_000
  const last = files.at(-1)!
  return files.map((file) => {
    const stamp = new Date(stampOf(file.file_name) + ended - stampOf(last.file_name)).toISOString()
    const name = `${stamp.slice(0, 10)}-${stamp.slice(11, 19).replaceAll(':', '')}${file.file_name.slice(17)}`
    return { ...file, file_name: name, writtenAt: file.writtenAt + ended - last.writtenAt }
  })
}
