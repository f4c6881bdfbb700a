import { readFileSync } from 'node:fs'
import type { ConnectConfig } from 'ssh2'

export type Credentials =
  | { ok: true; how: string; options: Pick<ConnectConfig, 'privateKey' | 'passphrase' | 'agent' | 'password'> }
  | { ok: false; reason: string }

type Environment = Readonly<Record<string, string | undefined>>

/**
 * How to log in at a server, from the environment alone: FULLHOLD_SFTP_KEY (a private key), else FULLHOLD_SFTP_KEY_FILE (its path), each with
 * FULLHOLD_SFTP_PASSPHRASE where it has one; else FULLHOLD_SFTP_PASSWORD; else the agent of SSH_AUTH_SOCK.
 * With `_<SERVER>` at its end (upper case, `-` as `_`) a variable counts for that server only, and first.
 */
export function sftpCredentials(server: string, environment: Environment = process.env): Credentials {
  const suffix = server.toUpperCase().replaceAll('-', '_')
  const read = (name: string) => environment[`${name}_${suffix}`] || environment[name] || undefined
  const passphrase = read('FULLHOLD_SFTP_PASSPHRASE')
  const withPassphrase = passphrase === undefined ? {} : { passphrase }
  const key = read('FULLHOLD_SFTP_KEY')
  if (key) return { ok: true, how: 'the key in FULLHOLD_SFTP_KEY', options: { privateKey: key, ...withPassphrase } }
  const path = read('FULLHOLD_SFTP_KEY_FILE')
  if (path) {
    try {
      return { ok: true, how: `the key ${path}`, options: { privateKey: readFileSync(path), ...withPassphrase } }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      return { ok: false, reason: `the key ${path} cannot be read (${code}); correct FULLHOLD_SFTP_KEY_FILE or the file's permissions` }
    }
  }
  const password = read('FULLHOLD_SFTP_PASSWORD')
  if (password) return { ok: true, how: 'the password in FULLHOLD_SFTP_PASSWORD', options: { password } }
  const agent = environment.SSH_AUTH_SOCK
  if (agent) return { ok: true, how: 'the agent of SSH_AUTH_SOCK', options: { agent } }
  return {
    ok: false,
    reason: `there are no credentials for server ${server}; set FULLHOLD_SFTP_KEY_FILE, FULLHOLD_SFTP_PASSWORD or SSH_AUTH_SOCK`,
  }
}
