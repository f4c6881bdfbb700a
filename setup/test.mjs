// Runs every test, in order, and stops at the first group that fails. Ends with one line: `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const scratch = mkdtempSync(join(tmpdir(), 'fullhold-npm-test-'))
const counts = { passed: 0, failed: 0 }

function finish(code) {
  rmSync(scratch, { recursive: true, force: true })
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(code)
}

/** Runs one group with its output shown. `countsFile` is where the group leaves how many tests passed and failed. */
function group(title, command, args, countsFile) {
  const started = Date.now()
  console.log(`\n== ${title}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  const counted = countsFile && existsSync(countsFile) ? readCounts(countsFile) : { passed: 0, failed: status === 0 ? 0 : 1 }
  counts.passed += counted.passed
  counts.failed += counted.failed
  if (status !== 0 && counted.failed === 0) counts.failed += 1
  if (status === 0) {
    console.log(`== ${title}: fine (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    return
  }
  console.error(`\n== ${title}: FAILED. What comes after it was not run.`)
  finish(1)
}

/** Counts of our own file ({passed, failed}) or of vitest's JSON report. */
function readCounts(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  return { passed: report.passed ?? report.numPassedTests, failed: report.failed ?? report.numFailedTests }
}

const bin = (name) => join(root, 'node_modules/.bin', name)
const dbtCounts = join(scratch, 'dbt.json')
const vitestCounts = join(scratch, 'vitest.json')

if (!existsSync(join(root, '../shared/data'))) {
  console.log('../shared/data is not here: the tests on real files are not run.')
}
group('format and lint (biome)', bin('biome'), ['check', '.'])
group('types (tsc)', bin('tsc'), ['--noEmit'])
group(
  'models: parse, generated types, unit and macro tests (dbt)',
  process.execPath,
  ['--import', 'tsx', 'setup/test_models.ts', dbtCounts],
  dbtCounts,
)
group(
  'everything else (vitest)',
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestCounts}`],
  vitestCounts,
)
console.log('')
finish(0)
