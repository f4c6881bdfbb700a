import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type DiscordServer, startDiscordServer } from '../peers/discord_server.ts'
import type { Webhook } from '../peers/discord_state.ts'
import { type OpenSsh, startOpenSsh } from '../peers/openssh.ts'
import { scratchFolder } from '../warehouse/scratch.ts'

/** A game server and Discord, as `fullhold.yaml` names them. Everything ends with the test. */
export type Scene = {
  folder: string
  ssh: OpenSsh
  discord: DiscordServer
  channel: string
  webhook: Webhook
  /** `sftp` of a source. */
  sftp: Record<string, unknown>
  /** Key `discord`. */
  control: Record<string, unknown>
  environment: NodeJS.ProcessEnv
}

/** Starts a real OpenSSH server and the Discord protocol server with one channel and one webhook. */
export async function startScene(): Promise<Scene> {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'ssh'))
  const ssh = await startOpenSsh(join(folder, 'ssh'))
  onTestFinished(() => ssh.stop())
  const discord = await startDiscordServer()
  onTestFinished(() => discord[Symbol.asyncDispose]())
  const channel = discord.addChannel('control')
  const webhook = discord.addWebhook(channel)
  return {
    folder,
    ssh,
    discord,
    channel,
    webhook,
    sftp: { host: ssh.host, port: ssh.port, user: ssh.user, folder: ssh.files, known_hosts: ssh.knownHosts },
    control: { channel, webhooks: [{ id: webhook.id, servers: ['main'] }], rest_url: discord.restUrl },
    environment: { ...ssh.environment, FULLHOLD_DISCORD_TOKEN: discord.token },
  }
}
