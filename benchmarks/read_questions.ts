import { sql } from 'kysely'
import type { Marts } from '../warehouse/open_marts.ts'

/** `postgres` is what the existing bot's database took for the same question, in milliseconds. */
const questions = [
  {
    what: 'leaderboard (damage per minute, all time)',
    postgres: 3.4,
    query: "select * from rpt_leaderboards where board = 'damage_per_minute' and period = 'all_time' order by place limit 20",
  },
  { what: 'last session', postgres: 0.5, query: 'select * from fct_sessions order by order_at desc limit 1' },
  {
    what: 'weapon totals over all rounds',
    postgres: 8.6,
    query:
      'select weapon, sum(kills) as kills, sum(hits) as hits, sum(shots) as shots from fct_player_weapon_rounds group by weapon order by kills desc',
  },
]

/** Median milliseconds of 20 runs of each question on the published marts, through Kysely as bot and command line read them. */
export async function readQuestions(marts: Marts): Promise<{ what: string; postgres: number; milliseconds: number; rows: number }[]> {
  const answers = []
  for (const { what, postgres, query } of questions) {
    const times: number[] = []
    let rows = 0
    for (let run = 0; run < 20; run += 1) {
      const started = performance.now()
      rows = (await marts.read((database) => sql.raw(query).execute(database))).rows.length
      times.push(performance.now() - started)
    }
    answers.push({ what, postgres, rows, milliseconds: times.sort((a, b) => a - b)[10]! })
  }
  return answers
}
