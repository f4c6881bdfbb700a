import { join } from 'node:path'
import type { DataPaths } from '../warehouse/data_paths.ts'
import { projectFolder } from '../warehouse/dbt.ts'

/** The Evidence project of this package. */
export const reportsFolder = join(projectFolder, 'reports')

/** Where the site of a data folder lies: `site` is a link to the folder that is served, `work` is where it is made. */
export function sitePaths({ folder }: Pick<DataPaths, 'folder'>, work: string = join(folder, 'site-work')) {
  return { site: join(folder, 'site'), sites: join(folder, 'sites'), work, template: join(work, '.evidence', 'template') }
}

export type SitePaths = ReturnType<typeof sitePaths>
