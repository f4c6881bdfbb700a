import { readFileSync } from 'node:fs'
import { Client, type ConnectConfig, type SFTPWrapper } from 'ssh2'
import type { SftpConfiguration } from '../../config/configuration.ts'
import { fingerprint, type KnownHosts, readKnownHosts } from './known_hosts.ts'
import { sftpCredentials } from './sftp_credentials.ts'

export type RemoteEntry = { name: string; sizeBytes: number; modifiedAt: Date; isFile: boolean }

/** An open SFTP session. Every call rejects when the connection ends. */
export type SftpSession = {
  /** How it logged in. */
  how: string
  list: (folder: string) => Promise<RemoteEntry[]>
  /** An entry itself, not what it links to; undefined when there is none. */
  look: (path: string) => Promise<RemoteEntry | undefined>
  /** When the folder's list of names last changed, in seconds. */
  folderChanged: (folder: string) => Promise<number>
  read: (path: string) => AsyncIterable<Uint8Array>
  close: () => void
}

/** Why no session was opened. `host_key` is a reason to look closely. */
export class SftpRefusal extends Error {
  readonly why: 'host_key_changed' | 'host_key_unknown' | 'credentials' | 'known_hosts'
  readonly shownKey: string | undefined

  constructor(why: SftpRefusal['why'], message: string, shownKey?: string) {
    super(message)
    this.why = why
    this.shownKey = shownKey
  }
}

const readyMilliseconds = 20_000
const keepaliveMilliseconds = 10_000
const answerMilliseconds = 120_000
const noSuchFile = 2

/** The offers of a server that fit a type of key. */
const algorithmsOfKeyType: Readonly<Record<string, string[]>> = { 'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'] }

/**
 * Logs in and opens SFTP. Only a host key that the known_hosts file has for this host and port is accepted. Throws an SftpRefusal with what
 * to do, or the error of the network.
 */
export async function openSftp(server: string, settings: SftpConfiguration, environment = process.env): Promise<SftpSession> {
  const { host, port, user } = settings
  const credentials = sftpCredentials(server, environment)
  if (!credentials.ok) throw new SftpRefusal('credentials', credentials.reason)
  const knownHosts = readKnownHostsFile(settings.known_hosts)
  const keyTypes = knownHosts.keyTypes(host, port)
  let refusal: SftpRefusal | undefined
  const client = new Client()
  const waiting = new Set<(error: Error) => void>()
  let ended: Error | undefined
  function end(error: Error): void {
    ended ??= refusal ?? error
    for (const reject of waiting) reject(ended)
    waiting.clear()
  }
  client.on('error', (error) => end(loginError(error, settings)))
  client.on('close', () => end(new Error(`the connection to ${host}:${port} ended`)))
  const options: ConnectConfig = {
    host,
    port,
    username: user,
    ...credentials.options,
    readyTimeout: readyMilliseconds,
    keepaliveInterval: keepaliveMilliseconds,
    keepaliveCountMax: 3,
    hostVerifier: (key: Buffer) => {
      refusal = judgeHostKey(knownHosts, settings, key)
      return refusal === undefined
    },
  }
  const serverHostKey = keyTypes.flatMap((type) => algorithmsOfKeyType[type] ?? [type])
  // types that this ssh2 does not know would be an error, so only a list that it knows is asked for
  if (serverHostKey.length > 0) options.algorithms = { serverHostKey: serverHostKey as never }
  /** An answer, or the end of the connection. Nothing of an answer is kept: a connection lives for weeks. */
  function orEnd<Value>(work: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(new Error(`${host}:${port} does not answer`))), answerMilliseconds)
      function settle(how: () => void): void {
        clearTimeout(timer)
        waiting.delete(onEnd)
        how()
      }
      const onEnd = (error: Error) => settle(() => reject(error))
      waiting.add(onEnd)
      work.then(
        (value) => settle(() => resolve(value)),
        (error: unknown) => settle(() => reject(error as Error)),
      )
      if (ended) onEnd(ended)
    })
  }
  try {
    const ready = new Promise<void>((resolve) => client.once('ready', resolve))
    // one small question after the other: held back to be sent together, each would cost 40 ms
    client.once('connect', () => client.setNoDelay(true))
    client.connect(options)
    await orEnd(ready)
    const sftp = await orEnd(callback<SFTPWrapper>((done) => client.sftp(done)))
    sftp.on('error', () => {})
    return sessionOf(client, sftp, orEnd, credentials.how)
  } catch (error) {
    client.destroy()
    throw error
  }
}

function sessionOf(client: Client, sftp: SFTPWrapper, orEnd: <Value>(work: Promise<Value>) => Promise<Value>, how: string): SftpSession {
  return {
    how,
    async list(folder) {
      const entries = await orEnd(callback<{ filename: string; attrs: Attributes }[]>((done) => sftp.readdir(folder, done)))
      return entries.map(({ filename, attrs }) => entryOf(filename, attrs))
    },
    async look(path) {
      try {
        const attributes = await orEnd(callback<Attributes>((done) => sftp.lstat(path, done)))
        return entryOf(path.slice(path.lastIndexOf('/') + 1), attributes)
      } catch (error) {
        if ((error as { code?: unknown }).code === noSuchFile) return undefined
        throw error
      }
    },
    folderChanged: async (folder) => (await orEnd(callback<Attributes>((done) => sftp.stat(folder, done)))).mtime,
    async *read(path) {
      const stream = sftp.createReadStream(path)
      // a cut is told by `orEnd`; the stream tells it once more, when nobody waits for it any longer
      stream.on('error', () => {})
      const chunks = stream[Symbol.asyncIterator]()
      try {
        for (;;) {
          const next = await orEnd(chunks.next())
          if (next.done) return
          yield next.value as Uint8Array
        }
      } finally {
        stream.destroy()
      }
    },
    close: () => client.end(),
  }
}

type Attributes = { mode: number; size: number; mtime: number }

function entryOf(name: string, { mode, size, mtime }: Attributes): RemoteEntry {
  return { name, sizeBytes: size, modifiedAt: new Date(mtime * 1000), isFile: (mode & 0o170000) === 0o100000 }
}

function callback<Value>(call: (done: (error: Error | undefined | null, value: Value) => void) => unknown): Promise<Value> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(error) : resolve(value)))
  })
}

function readKnownHostsFile(path: string): KnownHosts {
  try {
    return readKnownHosts(readFileSync(path, 'utf8'))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new SftpRefusal(
      'known_hosts',
      `the file of known host keys ${path} cannot be read (${code}); make it or correct sftp: known_hosts`,
    )
  }
}

function judgeHostKey(knownHosts: KnownHosts, { host, port, known_hosts }: SftpConfiguration, key: Buffer): SftpRefusal | undefined {
  const verdict = knownHosts.verdict(host, port, key)
  if (verdict === 'known') return undefined
  const shown = fingerprint(key)
  if (verdict === 'unknown') {
    const how = `ssh-keyscan -p ${port} ${host} >> ${known_hosts}`
    return new SftpRefusal(
      'host_key_unknown',
      `${host}:${port} is not in ${known_hosts}. It shows ${shown}: compare that with the server's own (ssh-keygen -lf on it), then: ${how}`,
      shown,
    )
  }
  return new SftpRefusal(
    'host_key_changed',
    `${host}:${port} shows the ${verdict} host key ${shown}, which is not the one in ${known_hosts}. Nothing was sent. ` +
      'Either the server was installed anew or somebody is in between: ask its administrator before you exchange the line',
    shown,
  )
}

function loginError(error: Error & { level?: string }, { host, port, user }: SftpConfiguration): Error {
  if (error.level === 'client-authentication')
    return new SftpRefusal('credentials', `${host}:${port} does not let ${user} in with what FULLHOLD_SFTP_… or SSH_AUTH_SOCK hold`)
  return new Error(`${host}:${port}: ${error.message}`)
}
