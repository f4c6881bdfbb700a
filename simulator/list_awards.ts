import { type Stint, totalOf } from './count_round.ts'
import type { PlayedRound } from './played_round.ts'
import { lightBits, weaponBits } from './weapons.ts'
import { deadMs, killDeathRatio } from './write_stats_file.ts'

export type Award = {
  /** As printed. */
  label: string
  /** What it really is; null for the row that only repeats the killing spree under a wrong label. */
  meaning: string | null
  stint: Stint
  /** As printed. */
  text: string
  value: number
}

/** The clients who play when a round ends, in order of their slots: those whom its end-of-round tables know. */
export function finishersOf(round: PlayedRound): Stint[] {
  return round.counted.stints.filter((stint) => stint.status === 'playing').sort((left, right) => left.who.slot - right.who.slot)
}

/** The awards at a round's end in the order in which they are printed, label bugs included (docs/formats/stats-files.md, endstats). */
export function listAwards(round: PlayedRound): Award[] {
  const players = finishersOf(round)
  const awards: Award[] = []
  const { generation } = round

  function best(
    label: string,
    measure: (stint: Stint) => number,
    options: { above?: number; meaning?: string; print?: (value: number, stint: Stint) => string } = {},
  ): void {
    const top = highest(players, measure)
    if (!top || top.value <= (options.above ?? 1)) return
    awards.push({
      label,
      meaning: options.meaning ?? label,
      stint: top.stint,
      value: top.value,
      text: (options.print ?? String)(top.value, top.stint),
    })
  }
  function killsWith(...bits: number[]): (stint: Stint) => number {
    return (stint) => totalOf(stint.session, 'kills', bits) - totalOf(stint.before, 'kills', bits)
  }
  function deathsBy(...bits: number[]): (stint: Stint) => number {
    return (stint) => totalOf(stint.session, 'deaths', bits) - totalOf(stint.before, 'deaths', bits)
  }

  best('Most damage given', ({ session }) => session.damage_given)
  best('Most damage received', ({ session }) => session.damage_received)
  best('Most team damage given', ({ session }) => session.team_damage_given)
  best('Most team damage received', ({ session }) => session.team_damage_received)
  best('Most teamkills', ({ session }) => session.team_kills)
  best('Most selfkills', ({ session }) => session.self_kills)
  best('Most deaths', ({ session }) => totalOf(session, 'deaths'))
  best('Most kills per minute', ({ session }) => {
    const kills = totalOf(session, 'kills')
    return kills > 10 ? rounded((kills * 60_000) / session.playedMs) : 0
  })
  if (players.some((stint) => stint.round.quickestLightSeries)) {
    best('Most doublekills', ({ round: counters }) => counters.lightDoubles)
    best('Most multikills', ({ round: counters }) => counters.lightMultikills)
    const [stint] = players
      .filter(({ round: counters }) => counters.quickestLightSeries)
      .sort((left, right) => seriesOf(right).kills - seriesOf(left).kills || seriesOf(left).lengthMs - seriesOf(right).lengthMs)
    const { kills, lengthMs } = seriesOf(stint!)
    const label = 'Quickest multikill w/ light weapons'
    awards.push({ label, meaning: label, stint: stint!, value: kills, text: `${kills} kills in ${(lengthMs / 1_000).toFixed(2)}s` })
  }
  best('Farthest riflenade kill', ({ round: counters }) => counters.farthestRiflenadeMetres, { print: (value) => `${value} m` })
  best('Most light weapon kills', killsWith(...lightBits))
  best('Most pistol kills', killsWith(weaponBits.luger, weaponBits.colt))
  best('Most rifle kills', killsWith(weaponBits.carbine, weaponBits.kar98))
  best('Most riflenade kills', killsWith(weaponBits.grenadelauncher))
  best('Most sniper kills', killsWith(weaponBits.garand, weaponBits.k43, weaponBits.fg42))
  best('Most knife kills', killsWith(weaponBits.knife, weaponBits.kbar))
  best('Most air support kills', killsWith(weaponBits.airstrike, weaponBits.artillery))
  best('Most mine kills', killsWith(weaponBits.landmine))
  best('Most grenade kills', killsWith(weaponBits.grenade))
  best('Most panzer kills', killsWith(weaponBits.panzerfaust, weaponBits.bazooka))
  best('Most mortar kills', killsWith(weaponBits.mortar, weaponBits.mortar2))
  best('Most panzer deaths', deathsBy(weaponBits.panzerfaust, weaponBits.bazooka))
  best('Mortarmagnet', deathsBy(weaponBits.mortar, weaponBits.mortar2))
  best('Most MG42 kills', killsWith(weaponBits.mg42, weaponBits.browning))
  best('Most MG42 deaths', deathsBy(weaponBits.mg42, weaponBits.browning))
  best('Most revives', ({ round: counters }) => counters.revives)
  best('Most revived', ({ round: counters }) => counters.times_revived)
  best('Best K/D ratio', ({ session }) => (totalOf(session, 'kills') >= 10 ? Number(killDeathRatio(session).toPrecision(14)) : 0))
  best('Most dynamites planted', ({ round: counters }) => counters.dynamites_planted)
  best('Most dynamites defused', ({ round: counters }) => counters.dynamites_defused)
  best('Longest killing spree', ({ round: counters }) => counters.killing_spree)
  best('Longest death spree', ({ round: counters }) => counters.death_spree)
  if (generation.countsObjectives) {
    best('Most objectives stolen', ({ round: counters }) => counters.objectives_stolen)
    best('Most objectives returned', ({ round: counters }) => counters.objectives_returned)
  }
  best('Most corpse gibs', ({ session }) => session.gibs)
  best('Most kill assists', ({ round: counters }) => counters.kill_assists)
  best('Most killsteals', ({ round: counters }) => counters.kill_steals)
  best('Most headshot kills', ({ round: counters }) => counters.headshot_kills)
  const tank = players.filter(({ session, round: counters }) => session.damage_received > 2_000 && counters.tank > 3).at(-1)
  if (tank) {
    const value = rounded(tank.round.tank)
    const label = 'Tank/Meatshield (Refuses to die)'
    awards.push({ label, meaning: label, stint: tank, value, text: `Damage received vs death ratio: ${value.toFixed(2)}x` })
  }
  if (players.some(({ round: counters }) => counters.useful_kills > 1)) {
    const spree = highest(players, ({ round: counters }) => counters.killing_spree)!
    awards.push({ label: 'Longest killing spree', meaning: null, stint: spree.stint, value: spree.value, text: String(spree.value) })
    best('Most objectives stolen', ({ round: counters }) => counters.useless_kills, { above: 3, meaning: 'Most useless kills' })
  }
  const longEnough = players.filter(({ session }) => session.playedMs > 600_000)
  if (longEnough.length > 0) {
    const share = (stint: Stint) => (100 * deadMs(stint.round, generation)) / stint.session.playedMs
    const print = (_: number, stint: Stint) =>
      `${share(stint).toFixed(2)} percent, ${(deadMs(stint.round, generation) / 60_000).toFixed(2)} min`
    const most = highest(longEnough, share)!
    const least = highest(longEnough, (stint) => -share(stint))!
    for (const [label, { stint }] of [['Full respawn king', most] as const, ['Least time dead (What spawn?)', least] as const]) {
      if (share(stint) > 1) awards.push({ label, meaning: label, stint, value: rounded(share(stint)), text: print(0, stint) })
    }
  }
  best('Most playtime denied', ({ round: counters }) => Math.floor(counters.deniedMs / 1_000), { print: (value) => `${value} seconds` })
  const lightShots = ({ session }: Stint) => totalOf(session, 'shots', lightBits)
  const lightHits = ({ session }: Stint) => totalOf(session, 'hits', lightBits)
  const lightHeads = ({ session }: Stint) => totalOf(session, 'headshots', lightBits)
  const percent = (value: number) => `${value} percent`
  best('Highest light weapons accuracy', (stint) => (lightShots(stint) > 100 ? rounded((100 * lightHits(stint)) / lightShots(stint)) : 0), {
    print: percent,
  })
  best(
    'Highest headshot accuracy',
    (stint) => (lightShots(stint) > 100 && lightHits(stint) > 10 ? rounded((100 * lightHeads(stint)) / lightHits(stint)) : 0),
    {
      print: percent,
    },
  )
  best('Most headshots', lightHeads)
  best('Most bullets fired', lightShots)
  return awards
}

function highest(players: readonly Stint[], measure: (stint: Stint) => number): { stint: Stint; value: number } | undefined {
  let top: { stint: Stint; value: number } | undefined
  for (const stint of players) {
    const value = measure(stint)
    if (!top || value > top.value) top = { stint, value }
  }
  return top
}

function seriesOf(stint: Stint): { kills: number; lengthMs: number } {
  return stint.round.quickestLightSeries ?? { kills: 0, lengthMs: 0 }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
