import type { LegacySnapshot, OfferedTable } from '../../ingest/sources/postgres.ts'
import type { GametimesFile } from '../../simulator/leave_traces.ts'
import type { SimulatedFile } from '../../simulator/simulate_season.ts'

/**
 * What an earlier bot would have stored of simulated files, as a look at its database reads it: a row for each stats file of one server, lost
 * ones aside, one for each that is moved to a time at which nothing was played, and a Lua row for each gametimes file.
 */
export function rowsOfAnEarlierBot(files: readonly SimulatedFile[], gametimes: readonly GametimesFile[], server: string): LegacySnapshot {
  const stored = files.filter((file) => file.kind === 'stats' && file.server === server).flatMap(storedRound)
  const moved = stored.map((round) => ({ ...round, round_date: `2019${round.round_date.slice(4)}` }))
  const rounds = [...stored, ...moved].map((round, index) => ({ id: index + 1, ...round }))
  const luaRows = gametimes
    .filter((file) => file.server === server)
    .flatMap(({ file_name }, index) => {
      const named = /^gametime-(.+)-R(\d)-(\d+)\.json$/.exec(file_name)
      return named ? [{ id: index + 1, map_name: named[1], round_number: Number(named[2]), round_end_unix: Number(named[3]) }] : []
    })
  return {
    serverVersion: 'simulated',
    snapshotAt: new Date('2025-11-01T00:00:00Z'),
    tables: [offered('rounds', rounds), offered('lua_round_teams', luaRows)],
  }
}

function storedRound({ file_name, bytes }: SimulatedFile) {
  const named = /^(\d{4}-\d{2}-\d{2})-(\d{6})-(.+)-round-([12])\.txt$/.exec(file_name)
  if (!named) return []
  const [, round_date, round_time, map_name, number] = named as unknown as [string, string, string, string, string]
  const header = Buffer.from(bytes).toString('latin1').split('\n')[0]!.split('\\')
  const [, , , , defender, winner, time_limit, actual_time] = header
  return [
    {
      round_number: Number(number),
      round_date,
      round_time,
      map_name,
      time_limit,
      actual_time,
      defender_team: defender,
      winner_team: winner,
    },
  ]
}

function offered(table: 'rounds' | 'lua_round_teams', rows: { id: number }[]): OfferedTable {
  return {
    status: 'offered',
    table,
    columns: [],
    missingColumns: [],
    rowCount: rows.length,
    isWhole: true,
    async *rows() {
      yield rows.map((row) => ({ key: String(row.id), content: JSON.stringify(row) }))
    },
  }
}
