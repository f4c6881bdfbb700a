import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Client, Events, GatewayIntentBits, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import type { DiscordConfiguration } from '../config/configuration.ts'
import { kindOfFileName } from '../ingest/file_kinds.ts'
import { configuredFolders, configuredSftp, type SftpSource } from '../ingest/sources/configured_sources.ts'
import { describeDiscordError } from '../ingest/sources/discord_errors.ts'
import type { FolderSource } from '../ingest/sources/folder.ts'
import { openSftp } from '../ingest/sources/sftp_session.ts'
import { lockHolder } from '../warehouse/lock.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'
import { clockFindings, type DatedFile } from './clock_findings.ts'
import type { Finding } from './finding.ts'
import type { Session } from './session.ts'

const readyMilliseconds = 20_000
const pageSize = 100

/** What the configured sources say when they are asked: can they be read, are they who they should be, are their clocks right. */
export async function sourceFindings(session: Session, environment = process.env): Promise<Finding[]> {
  const { configuration } = session
  const looked = [
    ...configuredFolders(configuration).map(lookAtFolder),
    ...(await Promise.all(configuredSftp(configuration).map((source) => lookAtSftp(source, environment)))),
  ]
  if (looked.length === 0 && !configuration.discord)
    return [{ is: 'note', what: 'no source is configured; files are landed by `fullhold land <paths>` only' }]
  const clocks = configuration.servers.flatMap(({ name, time_zone }) => {
    const files = looked.filter(({ server }) => server === name).flatMap((source) => source.files)
    return files.length === 0 ? [] : clockFindings(name, time_zone, files, new Date())
  })
  const discord = configuration.discord ? await discordFindings(session, configuration.discord, environment) : []
  return [...looked.map(({ finding }) => finding), ...clocks, ...discord]
}

type Looked = { server: string; finding: Finding; files: DatedFile[] }

function lookAtFolder({ server, sourceName, path }: FolderSource): Looked {
  const name = `source ${server}/${sourceName}`
  try {
    const names = readdirSync(path).filter((each) => kindOfFileName(each) !== 'ignored')
    const files = names.map((each) => ({ name: each, modifiedAt: statSync(join(path, each)).mtime }))
    return { server, files, finding: { is: names.length > 0 ? 'fine' : 'note', what: `${name}: ${names.length} files in ${path}` } }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const fix = 'Correct the folder in fullhold.yaml or its permissions.'
    return { server, files: [], finding: { is: 'wrong', what: `${name}: ${path} cannot be read (${code})`, fix } }
  }
}

async function lookAtSftp({ server, sourceName, settings }: SftpSource, environment: NodeJS.ProcessEnv): Promise<Looked> {
  const name = `source ${server}/${sourceName}`
  try {
    const sftp = await openSftp(server, settings, environment)
    try {
      const files = (await sftp.list(settings.folder)).filter((entry) => kindOfFileName(entry.name) !== 'ignored')
      const where = `${settings.user}@${settings.host}:${settings.port}${settings.folder}`
      const what = `${name}: host key known, logged in with ${sftp.how}, ${files.length} files in ${where}`
      return { server, files, finding: { is: files.length > 0 ? 'fine' : 'note', what } }
    } finally {
      sftp.close()
    }
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string }
    const reason = code === 2 || code === 3 ? `the folder ${settings.folder}: ${message}` : message
    const fix = 'What to do stands in the sentence; host, port, user and folder are under sftp in fullhold.yaml.'
    return { server, files: [], finding: { is: 'wrong', what: `${name}: ${reason}`, fix } }
  }
}

async function discordFindings(session: Session, settings: DiscordConfiguration, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  const token = environment.FULLHOLD_DISCORD_TOKEN
  if (!token) return [{ is: 'wrong', what: 'Discord: there is no token', fix: 'Set FULLHOLD_DISCORD_TOKEN to the token of the bot.' }]
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    ...(settings.rest_url === undefined ? {} : { rest: { api: settings.rest_url } }),
  })
  try {
    await ready(client, token)
    const findings: Finding[] = [{ is: 'fine', what: `Discord: logged in as ${client.user?.username}, with the Message Content intent` }]
    const channel = await client.channels.fetch(settings.channel)
    if (!channel?.isTextBased() || channel.isDMBased())
      return [...findings, { is: 'wrong', what: `Discord: ${settings.channel} is no text channel`, fix: 'Correct discord: channel.' }]
    const granted = channel.permissionsFor(client.user!)
    const needed = { 'View Channel': PermissionFlagsBits.ViewChannel, 'Read Message History': PermissionFlagsBits.ReadMessageHistory }
    const missing = Object.entries(needed).filter(([, bit]) => !granted?.has(bit))
    if (missing.length > 0) {
      const names = missing.map(([name]) => name).join(' and ')
      return [
        ...findings,
        { is: 'wrong', what: `Discord: the bot lacks ${names} in #${channel.name}`, fix: `Give its role ${names} there.` },
      ]
    }
    const page = z
      .array(z.object({ id: z.string(), webhook_id: z.string().nullish() }))
      .parse(await client.rest.get(Routes.channelMessages(settings.channel), { query: new URLSearchParams({ limit: String(pageSize) }) }))
    findings.push({ is: 'fine', what: `Discord: #${channel.name} can be read, ${page.length} messages are its newest page` })
    const silent = settings.webhooks.filter(({ id }) => !page.some(({ webhook_id }) => webhook_id === id))
    if (silent.length > 0)
      findings.push({ is: 'note', what: `Discord: none of these messages is of webhook ${silent.map(({ id }) => id).join(', ')}` })
    return [...findings, ...(await deletionFindings(session, settings, page))]
  } catch (error) {
    const what = `Discord: ${describeDiscordError(error, settings.channel)}`
    return [{ is: 'wrong', what, fix: 'What to do stands in the sentence; then: fullhold doctor' }]
  } finally {
    await client.destroy()
  }
}

async function ready(client: Client, token: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Discord does not answer within ${readyMilliseconds / 1000} s`)), readyMilliseconds)
  })
  const isReady = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
  try {
    await Promise.race([client.login(token).then(() => isReady), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether messages that were landed are gone from the channel, in the stretch that the newest page shows. */
async function deletionFindings({ paths }: Session, settings: DiscordConfiguration, page: { id: string }[]): Promise<Finding[]> {
  if (lockHolder(paths.lock)) return []
  try {
    using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true, patienceSeconds: 0 })
    const ids = page.map(({ id }) => BigInt(id)).sort((one, other) => (one < other ? -1 : 1))
    const oldest = ids.length === pageSize ? ids[0] : 0n
    const reader = await warehouse.connection.runAndReadAll(
      `select distinct message_id from raw.discord_messages where channel_id = $1 and try_cast(message_id as ubigint) >= $2::ubigint
       order by message_id desc limit ${pageSize}`,
      [settings.channel, String(oldest)],
    )
    const landed = reader.getRows().map(([id]) => String(id))
    const gone = landed.filter((id) => !page.some((message) => message.id === id))
    if (gone.length === 0) return []
    const what = `Discord: ${gone.length} of the last ${landed.length} messages that were landed are gone from the channel`
    const fix =
      'Another bot or person deletes there. What is deleted during an outage is lost: take Manage Messages away from the other bot.'
    return [{ is: 'wrong', what, fix }]
  } catch {
    return []
  }
}
