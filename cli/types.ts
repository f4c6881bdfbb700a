import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { type Dbt, projectFolder, startDbt } from '../warehouse/dbt.ts'
import { generateTypes } from '../warehouse/generate_types.ts'
import { Failure } from './failure.ts'
import { print } from './session.ts'

const typesFile = join(projectFolder, 'warehouse/marts.ts')

export const types = new Command('types')
  .description('Write warehouse/marts.ts from the contracts of the marts')
  .option('--check', 'write nothing; fail when the file is stale')
  .addHelpText('after', '\nExamples:\n  fullhold types\n  fullhold types --check')
  .action(async (options: { check?: boolean }) => {
    const folder = mkdtempSync(join(tmpdir(), 'fullhold-types-'))
    try {
      using dbt = startDbt(folder)
      const wanted = await typesOfProject(dbt, folder)
      const isStale = wanted !== readFileSync(typesFile, 'utf8')
      if (isStale && options.check) throw new Failure('warehouse/marts.ts does not match the contracts of the marts.\n  Run: npm run types')
      if (isStale) writeFileSync(typesFile, wanted)
      print(isStale ? 'warehouse/marts.ts was written' : 'warehouse/marts.ts matches the contracts')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

/** warehouse/marts.ts as it should be now, from a parse into a folder of its own. Fails when dbt cannot parse the project. */
export async function typesOfProject(dbt: Dbt, folder: string): Promise<string> {
  const target = join(folder, 'target')
  const answer = await dbt.run(['parse'], {
    warehouse: join(folder, 'warehouse.duckdb'),
    target,
    logs: join(folder, 'logs'),
    code: 'types',
  })
  if (!answer.success) throw new Failure(`dbt cannot parse the project: ${answer.error ?? 'it does not say why'}`)
  return generateTypes(JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')))
}
