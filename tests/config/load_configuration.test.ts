import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfiguration } from '../../config/load_configuration.ts'
import { scratchFolder } from '../warehouse/scratch.ts'

function load(text: string) {
  const path = join(scratchFolder(), 'fullhold.yaml')
  writeFileSync(path, text)
  return loadConfiguration(path, { isRequired: true })
}

function refusal(text: string): string {
  const loaded = load(text)
  return loaded.ok ? 'accepted' : loaded.reason
}

test('without a file there is one server main in UTC, and that is said', () => {
  const loaded = loadConfiguration(join(scratchFolder(), 'fullhold.yaml'), { isRequired: false })
  expect(loaded).toMatchObject({ ok: true, configuration: { servers: [{ name: 'main', time_zone: 'UTC' }], publish: { keep: 5 } } })
  expect(loaded.ok && loaded.notes.join()).toContain('UTC')
})

test('a file that was asked for has to exist', () => {
  expect(loadConfiguration('/nowhere/fullhold.yaml', { isRequired: true })).toMatchObject({ ok: false })
})

test('the example is valid, and an empty file is too', () => {
  expect(load(readFileSync('fullhold.example.yaml', 'utf8'))).toMatchObject({ ok: true, notes: [] })
  expect(load('')).toMatchObject({ ok: true })
})

test('an error names the key, the value and the fix', () => {
  expect(refusal('servers: [{name: main, time_zone: Ljubljana}]')).toMatch(
    /servers\[0\]\.time_zone: "Ljubljana" is no IANA time zone.*Europe\/Ljubljana/,
  )
  expect(refusal('publish: {keep: many}')).toMatch(/publish\.keep: "many" must be a whole number/)
  expect(refusal('servers: [{name: Main Server}]')).toMatch(/servers\[0\]\.name: "Main Server" must be 1 to 40/)
  expect(refusal('token: secret')).toMatch(/unknown key token/)
  expect(refusal('servers: [{name: a}, {name: a}]')).toMatch(/one server name twice/)
  expect(refusal('servers: [')).toMatch(/not valid YAML/)
})

test('a source is a folder here or one on the game server, and its paths are made absolute', () => {
  expect(refusal('servers: [{name: main, sources: [{name: both, folder: a, sftp: {host: h, user: u, folder: /f}}]}]')).toMatch(
    /sources\[0\]: .*must have either `folder`.*or `sftp`/,
  )
  expect(refusal('servers: [{name: main, sources: [{sftp: {host: h, user: u, folder: /f, port: ssh}}]}]')).toMatch(
    /sftp\.port: "ssh" must be a port/,
  )
  expect(refusal('servers: [{name: main, sources: [{sftp: {host: h, user: u, folder: /f, password: secret}}]}]')).toMatch(
    /unknown key password/,
  )
  const loaded = load(
    'servers: [{name: main, sources: [{sftp: {host: h, user: u, folder: /f}}, {name: b, sftp: {host: h, user: u, folder: /g, known_hosts: k}}]}]',
  )
  const sources = loaded.ok ? loaded.configuration.servers[0]!.sources : []
  expect(sources[0]).toMatchObject({
    name: 'sftp',
    sftp: { port: 22, look_every_seconds: 1, known_hosts: expect.stringMatching(/^\/.*\.ssh\/known_hosts$/) },
  })
  expect(sources[1]!.sftp!.known_hosts).toMatch(/fullhold-test-.*\/k$/)
})

test('Discord ids are quoted, webhooks are listed, and their servers exist', () => {
  const discord = (text: string) => refusal(`discord: ${text}`)
  expect(discord('{channel: 1044123456789012345, webhooks: [{id: "10441", servers: [main]}]}')).toMatch(/channel: .*in quotes/)
  expect(discord('{channel: "10441"}')).toMatch(/webhooks: must list the webhooks/)
  expect(discord('{channel: "10441", webhooks: []}')).toMatch(/at least one webhook/)
  expect(discord('{channel: "10441", webhooks: [{id: "10442", servers: [other]}]}')).toMatch(
    /names "other", which is none of the servers \(main\)/,
  )
  expect(discord('{channel: "10441", webhooks: [{id: "10442", servers: [main]}], token: secret}')).toMatch(/unknown key token/)
  expect(discord('{channel: "10441", webhooks: [{id: "10442", servers: [main]}]}')).toBe('accepted')
})

test('relative folders start at the file', () => {
  const loaded = load('servers: [{name: main, sources: [{folder: ./stats}]}]')
  expect(loaded.ok && loaded.configuration.servers[0]!.sources[0]!.folder).toMatch(/fullhold-test-.*\/stats$/)
})
