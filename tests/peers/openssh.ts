import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'

const sshd = '/usr/sbin/sshd'
const sftpServer = '/usr/lib/openssh/sftp-server'

/** Whether the tests with a real OpenSSH server can run. With CI=true they have to: a missing server then fails them. */
export const hasOpenSsh = existsSync(sshd) || process.env.CI === 'true'

export type OpenSsh = {
  host: string
  port: number
  user: string
  /** A folder that the server shows; put files here. */
  files: string
  knownHosts: string
  /** A private key that the server accepts. */
  keyFile: string
  /** Environment for whoever logs in. */
  environment: NodeJS.ProcessEnv
  /** How often each file was sent whole, by name, as the server itself tells. */
  sent: () => Map<string, number>
  /** Ends the server and its connections; `start` brings it back on the same port. */
  stop: () => Promise<void>
  start: () => Promise<void>
  /** From the next start on the server shows another host key. */
  changeHostKey: () => void
}

/** A real OpenSSH server with its own configuration, host key and authorized key, on a free port of this machine. */
export async function startOpenSsh(folder: string): Promise<OpenSsh> {
  if (!existsSync(sshd)) throw new Error(`${sshd} is missing; on Debian: apt install openssh-server`)
  const files = join(folder, 'files')
  const [hostKey, keyFile, knownHosts, log] = ['host_key', 'key', 'known_hosts', 'log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  mkdirSync(files, { recursive: true })
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true })
  makeKey(hostKey)
  makeKey(keyFile)
  const port = await freePort()
  writeFileSync(knownHosts, knownLine(hostKey, port))
  const configuration = join(folder, 'sshd_config')
  writeFileSync(
    configuration,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${hostKey}`,
      'PidFile none',
      `AuthorizedKeysFile ${keyFile}.pub`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin prohibit-password',
      // run by the user's shell, so its log can go where the tests read it
      `Subsystem sftp ${sftpServer} -e -l INFO 2>>${log}`,
      'MaxStartups 100',
      '',
    ].join('\n'),
  )
  let child: ChildProcess | undefined
  async function start(): Promise<void> {
    child = spawn(sshd, ['-D', '-E', `${log}.sshd`, '-f', configuration], { stdio: 'ignore' })
    await listening(port, child)
  }
  await start()
  return {
    host: '127.0.0.1',
    port,
    user: userInfo().username,
    files,
    knownHosts,
    keyFile,
    environment: { PATH: process.env.PATH, FULLHOLD_SFTP_KEY_FILE: keyFile },
    sent() {
      const counts = new Map<string, number>()
      for (const [, name] of (existsSync(log) ? readFileSync(log, 'utf8') : '').matchAll(
        /close ".*\/([^/"]+)" bytes read [1-9]\d* written 0/g,
      )) {
        counts.set(name!, (counts.get(name!) ?? 0) + 1)
      }
      return counts
    },
    start,
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      for (const pid of [...descendants(child.pid!), child.pid!]) endProcess(pid)
      await exited
    },
    changeHostKey: () => makeKey(hostKey),
  }
}

function makeKey(path: string): void {
  execFileSync('bash', ['-c', `rm -f "$0" "$0.pub" && ssh-keygen -q -t ed25519 -N '' -f "$0"`, path])
  chmodSync(path, 0o600)
}

/** The line of known_hosts for a server's key. */
function knownLine(hostKey: string, port: number): string {
  return `[127.0.0.1]:${port} ${readFileSync(`${hostKey}.pub`, 'utf8').split(' ').slice(0, 2).join(' ')}\n`
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch {
      await new Promise((resolve) => setImmediate(resolve))
    } finally {
      socket.destroy()
    }
  }
  throw new Error(`sshd ended with code ${child.exitCode}`)
}

/** The processes of a server's connections. */
function descendants(pid: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
  return children.flatMap((child) => [Number(child), ...descendants(Number(child))])
}

function parentOf(pid: string): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return Number(fields[1])
  } catch {
    return undefined
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
