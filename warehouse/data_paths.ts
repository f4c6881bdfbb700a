import { join, resolve } from 'node:path'

/** Where everything of one data folder lies. The warehouse is always called warehouse.duckdb, because dbt's manifest holds that name. */
export type DataPaths = ReturnType<typeof dataPaths>

export function dataPaths(folder: string) {
  const data = resolve(folder)
  return {
    folder: data,
    warehouse: join(data, 'warehouse.duckdb'),
    marts: join(data, 'marts.duckdb'),
    martsProximity: join(data, 'marts_proximity.duckdb'),
    published: join(data, 'published'),
    lock: join(data, 'warehouse.lock'),
    target: join(data, 'target'),
    logs: join(data, 'logs'),
    spool: join(data, 'spool'),
    fetched: join(data, 'fetched.jsonl'),
    status: join(data, 'status.json'),
    journal: join(data, 'posts.jsonl'),
    links: join(data, 'player_links.jsonl'),
    botLock: join(data, 'bot.lock'),
  }
}
