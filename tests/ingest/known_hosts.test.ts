import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fingerprint, readKnownHosts } from '../../ingest/sources/known_hosts.ts'
import { scratchFolder } from '../warehouse/scratch.ts'

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined

describe.skipIf(!hasKeygen && process.env.CI !== 'true')('known_hosts, as ssh-keygen writes it', () => {
  function keys(folder: string, ...types: string[]): { line: string; key: Buffer; shown: string }[] {
    return types.map((type, number) => {
      const path = join(folder, `key${number}`)
      execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-f', path])
      const [keyType, base64] = readFileSync(`${path}.pub`, 'utf8').split(' ')
      const shown = execFileSync('ssh-keygen', ['-lf', `${path}.pub`], { encoding: 'utf8' }).split(' ')[1]!
      return { line: `${keyType} ${base64}`, key: Buffer.from(base64!, 'base64'), shown }
    })
  }

  test('plain, hashed, listed and patterned names are found; a port is part of the name', () => {
    const folder = scratchFolder()
    const [first, second, third] = keys(folder, 'ed25519', 'ecdsa', 'ed25519')
    const path = join(folder, 'known_hosts')
    writeFileSync(
      path,
      `games.invalid,10.0.0.1 ${first!.line}\n[games.invalid]:2222 ${second!.line}\n*.pattern.invalid,!bad.pattern.invalid ${first!.line}\n`,
    )
    for (const text of [readFileSync(path, 'utf8'), hashed(path)]) {
      const known = readKnownHosts(`# a comment\n\n${text}`)
      expect(known.verdict('Games.invalid', 22, first!.key)).toBe('known')
      expect(known.verdict('games.invalid', 2222, second!.key)).toBe('known')
      expect(known.verdict('games.invalid', 2222, first!.key)).toBe('changed')
      expect(known.verdict('games.invalid', 22, third!.key)).toBe('changed')
      expect(known.verdict('other.invalid', 22, first!.key)).toBe('unknown')
      expect(known.keyTypes('games.invalid', 2222)).toEqual(['ecdsa-sha2-nistp256'])
      expect(known.verdict('good.pattern.invalid', 22, first!.key)).toBe('known')
      expect(known.verdict('bad.pattern.invalid', 22, first!.key)).toBe('unknown')
    }
    expect(fingerprint(first!.key)).toBe(first!.shown)
  })

  test('a revoked key is refused even where it is known, and an authority counts for nothing', () => {
    const [own] = keys(scratchFolder(), 'ed25519')
    const known = readKnownHosts(`host.invalid ${own!.line}\n@revoked * ${own!.line}\n@cert-authority other.invalid ${own!.line}\n`)
    expect(known.verdict('host.invalid', 22, own!.key)).toBe('revoked')
    expect(readKnownHosts(`@cert-authority other.invalid ${own!.line}\n`).verdict('other.invalid', 22, own!.key)).toBe('unknown')
  })

  /** ssh-keygen hashes the names that are no patterns. */
  function hashed(path: string): string {
    execFileSync('ssh-keygen', ['-H', '-f', path], { stdio: 'ignore' })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('|1|')
    return text
  }
})
