import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataPaths } from '../warehouse/data_paths.ts'
import type { Marts } from '../warehouse/open_marts.ts'

/** What a monitor asks: whether anything is published, up to when it speaks, and whether the site is of the same build. */
export type HealthNow = {
  status: 'ok' | 'stale_site' | 'nothing_published'
  sentence: string
  build_id: string | null
  as_of: string | null
  site_build_id: string | null
  /** What the running `fullhold run` wrote last, as it wrote it; null when there is none. */
  run: unknown
}

/** Reads it from the marts as they are published now, from the site that is served, and from status.json. */
export async function healthNow(paths: DataPaths, marts: Marts | undefined, site: string): Promise<HealthNow> {
  const run = readJson(join(paths.folder, 'status.json')) ?? null
  const siteFacts = readJson(join(site, 'data/site.json')) as { build_id?: string } | undefined
  const siteBuildId = siteFacts?.build_id ?? null
  const build = await marts?.read((database) => database.selectFrom('meta_build').select(['build_id', 'as_of']).executeTakeFirst())
  if (!build)
    return {
      status: 'nothing_published',
      sentence: 'Nothing is published: fullhold build.',
      build_id: null,
      as_of: null,
      site_build_id: siteBuildId,
      run,
    }
  const isSame = siteBuildId === build.build_id
  return {
    status: isSame ? 'ok' : 'stale_site',
    sentence: isSame ? 'The site shows what is published.' : 'What is published is newer than these pages; the next site is on its way.',
    build_id: build.build_id,
    as_of: build.as_of.toISOString(),
    site_build_id: siteBuildId,
    run,
  }
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
