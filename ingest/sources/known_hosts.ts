import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type HostKeyVerdict = 'known' | 'changed' | 'unknown' | 'revoked'

type Line = { marker: string; hosts: string; keyType: string; key: Buffer }

/** The keys of a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"): plain, hashed, with patterns and `[host]:port`. */
export type KnownHosts = {
  /** Whether a host may show this key. */
  verdict: (host: string, port: number, key: Buffer) => HostKeyVerdict
  /** The types of the keys known for a host. The server is asked for one of these, since it may have others that are not in the file. */
  keyTypes: (host: string, port: number) => string[]
}

/** Reads a known_hosts file's text. Certificate authorities are not supported: their lines count for nothing. */
export function readKnownHosts(text: string): KnownHosts {
  const lines = text.split('\n').flatMap(readLine)
  function linesOf(host: string, port: number): Line[] {
    const name = port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`
    return lines.filter(({ hosts }) => isAbout(hosts, name))
  }
  return {
    verdict(host, port, key) {
      const about = linesOf(host, port)
      if (about.some(({ marker, key: revoked }) => marker === '@revoked' && revoked.equals(key))) return 'revoked'
      const good = about.filter(({ marker }) => marker === '')
      if (good.some((line) => line.key.equals(key))) return 'known'
      return good.length > 0 ? 'changed' : 'unknown'
    },
    keyTypes: (host, port) => [...new Set(linesOf(host, port).flatMap(({ marker, keyType }) => (marker === '' ? [keyType] : [])))],
  }
}

/** A key as `ssh-keygen -l` shows it. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}

function readLine(text: string): Line[] {
  const fields = text.trim().split(/\s+/)
  if (fields[0] === '' || fields[0]!.startsWith('#')) return []
  const marker = fields[0]!.startsWith('@') ? fields.shift()! : ''
  const [hosts, keyType, key] = fields
  return hosts && keyType && key ? [{ marker, hosts, keyType, key: Buffer.from(key, 'base64') }] : []
}

function isAbout(hosts: string, name: string): boolean {
  if (hosts.startsWith('|1|')) {
    const [salt, hash] = hosts
      .slice(3)
      .split('|')
      .map((part) => Buffer.from(part, 'base64'))
    if (!salt || !hash) return false
    const hashed = createHmac('sha1', salt).update(name).digest()
    return hashed.length === hash.length && timingSafeEqual(hashed, hash)
  }
  const patterns = hosts.toLowerCase().split(',')
  if (patterns.some((pattern) => pattern.startsWith('!') && isMatch(pattern.slice(1), name))) return false
  return patterns.some((pattern) => isMatch(pattern, name))
}

/** `*` is any text, `?` one character. */
function isMatch(pattern: string, name: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${expression}$`).test(name)
}
