import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readGlossary } from '../../site/read_glossary.ts'
import { reportsFolder } from '../../site/site_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'

test('the glossary has every term of the marts, with formula, unit and when it is unknown', () => {
  const { terms } = readGlossary(projectFolder)
  expect(terms.damage_per_minute).toMatchObject({ formula: expect.stringContaining('played_seconds'), unit: 'hit points per minute' })
  expect(terms.damage_per_minute!.unknown).toMatch(/^Null when/)
  expect(terms.score_confidence!.used_in).toContain('fct_rounds')
  for (const [name, term] of Object.entries(terms)) expect(`${name}: ${term.text}`).toMatch(/: \S.{3,}/)
})

test('every term that a component names is a term of the glossary', () => {
  const { terms } = readGlossary(projectFolder)
  const named = readdirSync(reportsFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(pages|components)\/.*\.(md|svelte)$/.test(file))
    .flatMap((file) => [...readFileSync(join(reportsFolder, file), 'utf8').matchAll(/term: '(\w+)'/g)].map(([, name]) => name!))
  expect(named.length).toBeGreaterThan(100)
  expect([...new Set(named)].filter((name) => terms[name] === undefined)).toEqual([])
})
