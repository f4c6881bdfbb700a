import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connectPostgres } from '../postgres/connect.ts'
import { dropOldVersions } from '../warehouse/drop_old_versions.ts'
import { serveMarts } from '../warehouse/serve_marts.ts'
import { readContracts } from '../warehouse/served_shape.ts'
import { Failure } from './failure.ts'
import { withPostgres } from './land_legacy.ts'
import { print, type Session, say } from './session.ts'

/** Serves the published marts into PostgreSQL, and says what changed there. */
export async function servePostgres(session: Session, { dropsOld }: { dropsOld: boolean }): Promise<void> {
  const { paths, configuration, isJson } = session
  const { schema, grant_to, statement_timeout_seconds } = configuration.serve ?? {
    schema: 'fullhold',
    grant_to: [],
    statement_timeout_seconds: 300,
  }
  if (!existsSync(paths.marts)) throw new Failure(`nothing is published in ${paths.folder} yet.\n  Run: fullhold build`)
  await withPostgres('serve', async (url) => {
    const started = performance.now()
    await using connection = await connectPostgres(url, { statementSeconds: statement_timeout_seconds, lockSeconds: 5 })
    const served = await serveMarts(connection.client, {
      marts: paths.marts,
      contracts: readContracts(join(paths.target, 'manifest.json')),
      schema,
      grantTo: grant_to,
      scratchFile: join(paths.folder, `served-${process.pid}.csv`),
      memoryLimit: configuration.warehouse.memory_limit,
      onProgress: (mart, came, went) => say(`  ${mart}: ${came} rows came, ${went} went`),
    })
    if (!served.ok) throw new Failure(`${served.reason}.`)
    const dropped = dropsOld ? await dropOldVersions(connection.client, schema) : []
    if (isJson) print(JSON.stringify({ ...served, dropped }))
    else {
      const rows = served.marts.reduce((sum, { came, went }) => sum + came + went, 0)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      print(
        `build ${served.buildId}: ${served.marts.length} marts changed (${rows} rows), ${served.unchanged} unchanged, in schema ${served.schema}, ${seconds} s`,
      )
      if (served.isNewVersion && !served.schema.endsWith('_v1'))
        print(
          `${served.schema} is new: the marts have another shape than before. Move views and programs to it; the older schema stays as it is.`,
        )
      for (const old of dropped) print(`${old} was dropped`)
    }
  })
}
