// Tests the models without data: they parse, warehouse/marts.ts fits their contracts, and their unit and macro tests pass
// in a scratch warehouse whose raw tables are empty. Usage: test_models.ts <file for the counts>
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { upgradeRawSchema } from '../ingest/upgrade_raw_schema.ts'
import { type DbtAnswer, describeFailures, projectFolder, startDbt } from '../warehouse/dbt.ts'
import { generateTypes } from '../warehouse/generate_types.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'

const countsFile = process.argv[2]!
const folder = mkdtempSync(join(tmpdir(), 'fullhold-models-'))
const place = { warehouse: join(folder, 'warehouse.duckdb'), target: join(folder, 'target'), logs: join(folder, 'logs'), code: 'now' }
const counts = { passed: 0, failed: 0 }

/** Says what failed; whether nothing did. */
function isFine(title: string, answer: DbtAnswer): boolean {
  const failures = describeFailures(answer)
  console.log(
    `${title}: ${answer.results.length} in ${answer.elapsed.toFixed(1)} s${failures.length > 0 ? `, ${failures.length} failed` : ''}`,
  )
  for (const failure of failures) console.error(`  ${failure}`)
  return answer.success
}

async function testModels(): Promise<boolean> {
  using dbt = startDbt(place.logs)
  {
    using warehouse = await openWarehouse(place.warehouse)
    await upgradeRawSchema(warehouse.connection)
  }
  if (!isFine('parse', await dbt.run(['parse'], place))) return false
  const manifest: unknown = JSON.parse(readFileSync(join(place.target, 'manifest.json'), 'utf8'))
  if (generateTypes(manifest) !== readFileSync(join(projectFolder, 'warehouse/marts.ts'), 'utf8')) {
    console.error('warehouse/marts.ts does not match the contracts of the marts. Run: npm run types')
    return false
  }
  if (!isFine('seeds', await dbt.run(['seed'], place))) return false
  if (!isFine('models on no data', await dbt.run(['run', '--empty'], place))) return false
  const tested = await dbt.run(['test', '--select', 'test_type:unit', 'path:tests/dbt/macros'], place)
  counts.passed = tested.results.filter(({ status }) => status === 'pass').length
  counts.failed = tested.results.length - counts.passed
  return isFine('unit and macro tests', tested)
}

const isSound = await testModels()
if (!isSound && counts.failed === 0) counts.failed = 1
writeFileSync(countsFile, JSON.stringify(counts))
rmSync(folder, { recursive: true, force: true })
process.exitCode = isSound ? 0 : 1
