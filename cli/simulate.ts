import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { simulateSeason } from '../simulator/simulate_season.ts'
import { writeSeason } from '../simulator/write_season.ts'
import { openSession, print } from './session.ts'

type SimulateOptions = {
  seed: string
  evenings?: number
  maps?: number
  players?: number
  firstEvening?: string
  server?: string
  truth?: string
}

export const simulate = new Command('simulate')
  .description('Write the files of a season that nobody played, and the truth about it')
  .argument('<folder>', 'where the stats and endstats files go')
  .option('--seed <text>', 'the same seed gives the same season', 'fullhold')
  .option('--evenings <count>', 'how many evenings', parseCount)
  .option('--maps <count>', 'maps an evening', parseCount)
  .option('--players <count>', 'players a team', parseCount)
  .option('--first-evening <date>', 'YYYY-MM-DD')
  .option('--server <name>', 'the configured server whose name and time zone it has (default: the first)')
  .option('--truth <folder>', 'where truth.json goes (default: <folder>/truth)')
  .addHelpText(
    'after',
    '\nExamples:\n  fullhold simulate ./gamestats --evenings 3\n  fullhold simulate ./gamestats --seed friday --evenings 20 --players 6',
  )
  .action(async (folder: string, options: SimulateOptions, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    const server = session.configuration.servers.find(({ name }) => options.server === undefined || name === options.server)
    if (!server) return command.error(`error: there is no server "${options.server}" in the configuration`, { exitCode: 2 })
    const season = simulateSeason({
      seed: options.seed,
      server: server.name,
      timeZone: server.time_zone,
      ...(options.evenings === undefined ? {} : { evenings: options.evenings }),
      ...(options.maps === undefined ? {} : { mapsPerEvening: options.maps }),
      ...(options.players === undefined ? {} : { playersPerTeam: options.players }),
      ...(options.firstEvening === undefined ? {} : { firstEvening: options.firstEvening }),
    })
    const files = resolve(folder)
    const truth = options.truth === undefined ? resolve(files, 'truth') : resolve(options.truth)
    await writeSeason(season, files, truth)
    const summary = { folder: files, truth, files: season.files.length, rounds: season.rounds.length }
    print(
      session.isJson
        ? JSON.stringify(summary)
        : `${summary.rounds} rounds in ${summary.files} files: ${files}; the truth about them: ${truth}`,
    )
  })

function parseCount(text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('write a whole number of at least 1')
  return Number(text)
}
