import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { publish } from '../../warehouse/publish.ts'
import { count, rowsOf, scratchFolder } from '../warehouse/scratch.ts'

const executable = join(projectFolder, 'bin/fullhold.mjs')
const emptyConfiguration = join(projectFolder, 'fullhold.example.yaml')

function fullhold(...args: string[]): { code: number | null; out: string; error: string } {
  const done = spawnSync(process.execPath, [executable, '--config', emptyConfiguration, ...args], { encoding: 'utf8' })
  return { code: done.status, out: done.stdout, error: done.stderr }
}

function writeFiles(folder: string, number: number): void {
  mkdirSync(folder, { recursive: true })
  for (let file = 0; file < number; file += 1)
    writeFileSync(join(folder, `2026-01-12-${100000 + file}-supply-round-1.txt`), `file ${file}\n`)
}

async function landedFiles(data: string): Promise<number> {
  using warehouse = await openWarehouse(dataPaths(data).warehouse, { isReadOnly: true })
  return await count(warehouse.connection, 'raw.stats_files')
}

/** Published marts with just what annotate looks into. */
async function publishTinyMarts(data: string): Promise<void> {
  const paths = dataPaths(data)
  {
    using warehouse = await openWarehouse(paths.warehouse)
    await warehouse.connection.run(`
      create schema marts;
      create table marts.bdg_round_fingerprints as select 'supply|1|100' as fingerprint, 'aaaa' as round_id, true as is_unique, 'main' as server
        union all select 'supply|1|101', 'bbbb', true, 'main';
      create table marts.fct_rounds as select 'aaaa' as round_id, '2026-01-12-100000-supply-round-1.txt' as stats_file_name;
      create table marts.fct_raw_files as select '2026-01-12-100000-supply-round-1.txt' as file_name, 'cafe01' as sha256, 'main' as server;
      create table marts.rpt_publish_gate (gate varchar, subject varchar, detail varchar)`)
  }
  await publish(paths, { buildId: 'b1', publishedAt: new Date(0), keep: 5 })
}

test('wrong usage is exit code 2, an expected failure 1, both without a stack trace', () => {
  const data = scratchFolder()
  for (const args of [
    ['--no-such-flag'],
    ['land', '--no-such-flag'],
    ['no-such-command'],
    ['build', '--as-of', 'yesterday'],
    ['land', '--server', 'other', data],
    ['backup'],
    [],
  ]) {
    const done = fullhold('--data', data, ...args)
    expect([args.join(' '), done.code]).toEqual([args.join(' '), 2])
    expect(done.error).not.toMatch(/\n\s+at /)
  }
  for (const args of [
    ['sql', 'select 1'],
    ['backup', join(data, 'b.duckdb')],
    ['land', join(data, 'nowhere')],
    ['publish'],
    ['publish', '--rollback'],
    ['--config', '/nowhere.yaml', 'land'],
  ]) {
    const done = fullhold('--data', data, ...args)
    expect([args.join(' '), done.code, done.error.split('\n').some((line) => line.startsWith('fullhold: '))]).toEqual([
      args.join(' '),
      1,
      true,
    ])
    expect(done.error).not.toMatch(/\n\s+at /)
  }
  expect(fullhold('--help').code).toBe(0)
  expect(fullhold('land', '--help').out).toContain('Examples:')
})

test('a folder is landed once, a busy warehouse is exit code 3 and names the process, a backup is whole', async () => {
  const data = scratchFolder()
  const files = join(data, 'files')
  writeFiles(files, 30)
  expect(JSON.parse(fullhold('--data', data, '--json', 'land', files).out)).toEqual({ landed: 30, unchanged: 0, refused: {} })
  expect(fullhold('land', files, '--data', data).out).toBe('0 landed, 30 unchanged, 0 refused\n')

  expect(fullhold('--data', data, 'backup', join(data, 'copy/warehouse.duckdb')).out).toContain('verified')
  expect(await landedFiles(join(data, 'copy'))).toBe(30)
  expect(fullhold('--data', data, 'backup', join(data, 'copy/warehouse.duckdb')).code).toBe(1)

  const paths = dataPaths(data)
  writeFileSync(
    paths.lock,
    JSON.stringify({ pid: process.pid, process_started: null, command: 'a long build', since: '2026-01-01T00:00:00Z', token: 'x' }),
  )
  const busy = fullhold('--data', data, 'land', files)
  expect(busy.code).toBe(3)
  expect(busy.error).toContain(`process ${process.pid} (a long build)`)
})

test('landing that is killed lands the rest next time, each file once', async () => {
  const data = scratchFolder()
  const files = join(data, 'files')
  writeFiles(files, 5000)
  const child: ChildProcess = spawn(process.execPath, [executable, '--data', data, '--config', emptyConfiguration, 'land', files], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(child.stderr!, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const afterTheKill = await landedFiles(data)
  expect(afterTheKill % 2000 === 0 || afterTheKill === 5000).toBe(true)
  expect(fullhold('--data', data, 'land', files).out).toBe(`${5000 - afterTheKill} landed, ${afterTheKill} unchanged, 0 refused\n`)
  expect(await landedFiles(data)).toBe(5000)
})

test('sql prints a table, CSV and JSON, and lists what can be asked', async () => {
  const data = scratchFolder()
  await publishTinyMarts(data)
  const query = `select 'a "quoted", cell' as text, 1.5 as number, null as nothing, chr(27) || '[2J' as hostile`
  expect(fullhold('--data', data, 'sql', query).out).toBe(
    'text              number  nothing  hostile\n----------------  ------  -------  -------\na "quoted", cell     1.5           \ufffd[2J\n(1 row)\n',
  )
  expect(fullhold('--data', data, 'sql', '--csv', query).out).toBe('text,number,nothing,hostile\n"a ""quoted"", cell",1.5,,\u001b[2J\n')
  expect(JSON.parse(fullhold('--data', data, '--json', 'sql', query).out)).toEqual([
    { text: 'a "quoted", cell', number: 1.5, nothing: null, hostile: '\u001b[2J' },
  ])
  expect(fullhold('--data', data, 'sql', 'select no_such_column from fct_rounds').code).toBe(1)
  expect(fullhold('--data', data, 'sql', 'no_such_analysis').code).toBe(2)
  expect(fullhold('--data', data, 'sql', '--list').code).toBe(0)
})

test('annotations find their subject, are appended, and are undone', async () => {
  const data = scratchFolder()
  await publishTinyMarts(data)
  const stated = (...args: string[]) => fullhold('--data', data, '--json', 'annotate', ...args, '--reason', 'because', '--author', 'admin')
  const excluded = JSON.parse(stated('exclude-round', '2026-01-12-100000-supply-round-1.txt').out)
  expect(excluded).toMatchObject({ kind: 'exclude_round', subject: 'aaaa', reason: 'because', author: 'admin' })
  expect(JSON.parse(stated('set-side', 'supply|1|101', 'winner', 'allies').out)).toMatchObject({
    subject: 'bbbb',
    field: 'winner',
    value: '2',
  })
  expect(JSON.parse(stated('quarantine-file', 'cafe').out)).toMatchObject({ kind: 'quarantine_file', subject: 'cafe01' })
  expect(stated('exclude-round', 'supply|1|10').error).toContain('stands for 2')
  expect(stated('exclude-round', 'supply|1|99').error).toContain('no round')
  expect(stated('undo', 'ffff').code).toBe(1)
  expect(stated('undo', excluded.annotation_id).code).toBe(0)
  const listed = JSON.parse(fullhold('--data', data, '--json', 'annotate', 'list').out)
  expect(listed.find(({ annotation_id }: { annotation_id: string }) => annotation_id === excluded.annotation_id).is_undone).toBe(true)
  using warehouse = await openWarehouse(dataPaths(data).warehouse, { isReadOnly: true })
  expect(await rowsOf(warehouse.connection, 'select kind from raw.annotations order by kind')).toEqual([
    ['exclude_round'],
    ['quarantine_file'],
    ['set_side'],
    ['undo'],
  ])
})

test('an annotation without published marts says what is missing', () => {
  const data = scratchFolder()
  const done = fullhold('--data', data, 'annotate', 'exclude-round', 'x', '--reason', 'because')
  expect(done.code).toBe(1)
  expect(done.error).toContain('fullhold build')
})

test('a season is simulated into a folder that can be landed', () => {
  const data = scratchFolder()
  const files = join(data, 'gamestats')
  expect(fullhold('--data', data, 'simulate', files, '--evenings', '1', '--maps', '1').code).toBe(0)
  expect(existsSync(join(files, 'truth/truth.json'))).toBe(true)
  expect(readdirSync(files).length).toBeGreaterThan(2)
})

test('doctor says what it finds and what to do', () => {
  const data = scratchFolder()
  const done = fullhold('--data', data, 'doctor')
  expect(done.out).toContain('✔ Node')
  expect(done.out).toContain('✖ source main/gamestats')
  expect(done.code).toBe(1)
})
