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

test('relative folders start at the file', () => {
  const loaded = load('servers: [{name: main, sources: [{folder: ./stats}]}]')
  expect(loaded.ok && loaded.configuration.servers[0]!.sources[0]!.folder).toMatch(/fullhold-test-.*\/stats$/)
})
