import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { type Defect, type DefectOptions, defectNames, defects } from '../simulator/defects.ts'
import { type EmitterName, emitterNames } from '../simulator/emitters.ts'
import { type TraceSource, traceSources } from '../simulator/leave_traces.ts'
import { type TrackerName, trackerNames } from '../simulator/proximity/trackers.ts'
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
  sources?: TraceSource[]
  emitters?: EmitterName[]
  trackers?: TrackerName[]
  defects?: DefectOptions
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
  .option('--sources <list>', `what else is written: all, or of ${traceSources.join(', ')} (default: nothing)`, parseSources)
  .option('--emitters <list>', 'versions of the timing module, spread over the evenings (default: all)', parseEmitters)
  .option('--trackers <list>', 'layouts of the proximity files, spread over the evenings (default: all)', parseTrackers)
  .option('--defects <list>', 'what goes wrong: all, or names below, each with =probability if it shall not be certain', parseDefects)
  .addHelpText(
    'after',
    [
      '\nStats and endstats files lie flat in the folder; gametimes and proximity files in folders of these names, Discord messages in discord/messages.jsonl (one a line), a second',
      "server's files in servers/<name>/. truth.json says of every file and message which round it is about, or why it is about none.",
      '\nDefects (with "all", each has a probability of its own):',
      ...defectNames.map((name) => `  ${name.padEnd(19)} ${defects[name].what} (${defects[name].per}, ${defects[name].usual})`),
      '\nExamples:\n  fullhold simulate ./gamestats --evenings 3\n  fullhold simulate ./gamestats --seed friday --evenings 20 --players 6',
      '  fullhold simulate ./gamestats --sources all --defects all\n  fullhold simulate ./gamestats --sources gametimes --defects ghost=0.2,late',
    ].join('\n'),
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
      ...(options.sources === undefined ? {} : { sources: options.sources }),
      ...(options.emitters === undefined ? {} : { emitters: options.emitters }),
      ...(options.trackers === undefined ? {} : { trackers: options.trackers }),
      ...(options.defects === undefined ? {} : { defects: options.defects }),
    })
    const files = resolve(folder)
    const truth = options.truth === undefined ? resolve(files, 'truth') : resolve(options.truth)
    await writeSeason(season, files, truth)
    const written = season.files.length + season.gametimes.length + season.proximity.length
    const summary = { folder: files, truth, files: written, messages: season.messages.length, rounds: season.rounds.length }
    const messages = summary.messages > 0 ? ` and ${summary.messages} messages` : ''
    print(
      session.isJson
        ? JSON.stringify(summary)
        : `${summary.rounds} rounds in ${summary.files} files${messages}: ${files}; the truth about them: ${truth}`,
    )
  })

function parseCount(text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('write a whole number of at least 1')
  return Number(text)
}

function parseSources(text: string): TraceSource[] {
  if (text === 'all') return [...traceSources]
  return listOf(text, traceSources, 'source')
}

function parseEmitters(text: string): EmitterName[] {
  return listOf(text, emitterNames, 'version')
}

function parseTrackers(text: string): TrackerName[] {
  return listOf(text, trackerNames, 'layout')
}

function parseDefects(text: string): DefectOptions {
  if (text === 'all') return 'all'
  const wanted: Partial<Record<Defect, number>> = {}
  for (const part of text.split(',')) {
    const [name, share = '1'] = part.split('=')
    const [defect] = listOf(name!, defectNames, 'defect')
    if (!/^(0|1|0?\.\d+)$/.test(share)) throw new InvalidArgumentError(`${share} is no probability from 0 to 1`)
    wanted[defect!] = Number(share)
  }
  return wanted
}

function listOf<T extends string>(text: string, known: readonly T[], what: string): T[] {
  return text.split(',').map((name) => {
    const found = known.find((one) => one === name.trim())
    if (found === undefined) throw new InvalidArgumentError(`there is no ${what} "${name}"; there are ${known.join(', ')}`)
    return found
  })
}
