import type { Participant, RoundEvent, RoundScript } from './round_events.ts'
import { cellNames, explosiveBits, lightBits, weaponBits, weaponCount } from './weapons.ts'

/** What the engine counts for a connected client; it survives the reload between the halves of a map. */
export type SessionCounters = {
  /** Five numbers a weapon, in the order of `cellNames`, weapons in bit order. */
  cells: number[]
  damage_given: number
  damage_received: number
  team_damage_given: number
  team_damage_received: number
  gibs: number
  self_kills: number
  team_kills: number
  team_gibs: number
  aliveMs: number
  playedMs: number
  /** As the file's third part says it. */
  rounds: number
}

/** What the server's script counts; it starts at zero with every load of a map and with every new client. */
export type RoundCounters = {
  killing_spree: number
  death_spree: number
  kill_assists: number
  kill_steals: number
  headshot_kills: number
  objectives_stolen: number
  objectives_returned: number
  dynamites_planted: number
  dynamites_defused: number
  times_revived: number
  useful_kills: number
  deniedMs: number
  /** Series of exactly 2, 3, 4, 5, and 6 or more kills. */
  multikills: [number, number, number, number, number]
  useless_kills: number
  full_self_kills: number
  repairs: number
  revives: number
  deadMs: number
  /** Dead time as the older writers count it: every snapshot adds the whole time since death again, and the return to life once more. */
  overcountedDeadMs: number
  /** All shots, added again at every snapshot. */
  overcountedBullets: number
  /** The last damage-per-death ratio that was above 3. */
  tank: number
  lightDoubles: number
  lightMultikills: number
  quickestLightSeries: { kills: number; lengthMs: number } | undefined
  farthestRiflenadeMetres: number
}

/** One client's stay in a round, from joining to leaving or the end. */
export type Stint = {
  who: Participant
  /** 1, 2, or 3 once he only watches. */
  team: 1 | 2 | 3
  status: 'playing' | 'watching' | 'gone'
  isFresh: boolean
  session: SessionCounters
  /** The session as it was when the stint began. */
  before: SessionCounters
  round: RoundCounters
}

export type Versus = { kills: number; deaths: number }

export type CountedRound = {
  /** Every stay, in order of beginning. */
  stints: Stint[]
  /** The stays of which the stats file has a line, one a guid. */
  lines: Stint[]
  /** Kills and deaths by subject's slot, then opponent's slot, as the end-of-round table knows them. */
  versus: Map<number, Map<number, Versus>>
  /** Counters of the clients that stay connected, by guid. */
  sessions: Map<string, SessionCounters>
}

export type CountOptions = {
  /** Counters that connected clients bring along. */
  sessions: ReadonlyMap<string, SessionCounters>
  /** What the engine's session counter says for a client who brings none along but was there from the start. */
  rounds: number
  /** What it says for a client who came later. */
  freshRounds: number
}

const snapshotMs = 5_000
const assistWindowMs = 1_500
const multikillGapMs = 3_000
const multikillSettlesMs = 3_100

/** Counts a round's events the way the engine and its script do, per client. */
export function countRound(script: RoundScript, events: readonly RoundEvent[], options: CountOptions): CountedRound {
  const stints: Tally[] = []
  const bySlot = new Map<number, Tally>()
  const versus = new Map<number, Map<number, Versus>>()
  const wounds = new Map<number, { at: number; slot: number; amount: number }[]>()
  let nextSnapshot = snapshotMs

  function begin(who: Participant, at: number, isFresh: boolean, team: 1 | 2 | 3): void {
    const carried = isFresh ? undefined : options.sessions.get(who.player.guid)
    const session = carried
      ? { ...carried, cells: [...carried.cells], rounds: carried.rounds + 1 }
      : emptySession(at > 0 || who.isFresh ? options.freshRounds : options.rounds)
    const tally: Tally = {
      stint: {
        who,
        team,
        status: team === 3 ? 'watching' : 'playing',
        isFresh,
        session,
        before: { ...session, cells: [...session.cells] },
        round: emptyRound(),
      },
      isAlive: true,
      sinceMs: at,
      diedAt: 0,
      killedBy: undefined,
      spree: 0,
      deathSpree: 0,
      series: { kills: 0, lastAt: Number.NEGATIVE_INFINITY },
      lightSeries: { kills: 0, firstAt: 0, lastAt: Number.NEGATIVE_INFINITY },
    }
    stints.push(tally)
    bySlot.set(who.slot, tally)
  }
  function playing(slot: number): Tally {
    const tally = bySlot.get(slot)
    if (tally?.stint.status !== 'playing') throw new Error(`Slot ${slot} does not play`)
    return tally
  }
  function settle(tally: Tally, at: number): void {
    if (tally.stint.status !== 'playing') return
    const spent = at - tally.sinceMs
    tally.stint.session.playedMs += spent
    if (tally.isAlive) tally.stint.session.aliveMs += spent
    else tally.stint.round.deadMs += spent
    tally.sinceMs = at
  }
  function stop(slot: number, at: number, status: 'watching' | 'gone'): void {
    const tally = bySlot.get(slot)
    if (!tally) return
    settle(tally, at)
    closeSeries(tally, at, multikillSettlesMs)
    tally.stint.status = status
    if (status === 'watching') {
      tally.stint.team = 3
      return
    }
    bySlot.delete(slot)
    versus.delete(slot)
    for (const opponents of versus.values()) opponents.delete(slot)
  }
  function rise(slot: number, at: number, isRespawn: boolean): void {
    const tally = playing(slot)
    settle(tally, at)
    const killer = tally.killedBy
    if (!tally.isAlive) tally.stint.round.overcountedDeadMs += at - tally.diedAt
    if (!tally.isAlive && killer && killer.stint.status !== 'gone') {
      killer.stint.round.deniedMs += at - tally.diedAt
      if (isRespawn && at - tally.diedAt < 5_000) killer.stint.round.useless_kills += 1
    }
    tally.isAlive = true
    tally.killedBy = undefined
    wounds.delete(slot)
  }
  function die(tally: Tally, at: number, killer: Tally | undefined, isTeamKill: boolean): void {
    settle(tally, at)
    tally.isAlive = false
    tally.diedAt = at
    tally.killedBy = killer
    if (tally.spree >= 3) tally.stint.round.killing_spree = Math.max(tally.stint.round.killing_spree, tally.spree)
    tally.spree = 0
    if (!isTeamKill) tally.deathSpree += 1
  }
  function snapshot(at: number): void {
    for (const tally of bySlot.values()) {
      const { session, round } = tally.stint
      round.overcountedBullets += totalOf(session, 'shots')
      if (tally.stint.status !== 'playing') continue
      if (!tally.isAlive) round.overcountedDeadMs += at - tally.diedAt
      noteTank(tally.stint)
    }
  }
  function kill(event: Extract<RoundEvent, { kind: 'kill' }>): void {
    const [killer, victim] = [playing(event.slot), playing(event.target)]
    cell(killer.stint.session, event.weapon, 'kills', 1)
    cell(victim.stint.session, event.weapon, 'deaths', 1)
    versusRow(versus, event.slot, event.target).kills += 1
    versusRow(versus, event.target, event.slot).deaths += 1
    const { round } = killer.stint
    if (event.isHead) round.headshot_kills += 1
    const interval = victim.stint.team === 1 ? script.map.axisIntervalMs : script.map.alliesIntervalMs
    if (event.waitMs >= interval / 2) round.useful_kills += 1
    const fresh = (wounds.get(event.target) ?? []).filter((wound) => event.at - wound.at <= assistWindowMs)
    const dealt = new Map<number, number>()
    for (const wound of fresh) dealt.set(wound.slot, (dealt.get(wound.slot) ?? 0) + wound.amount)
    const own = dealt.get(event.slot) ?? 0
    for (const [slot] of dealt) if (slot !== event.slot) bySlot.get(slot)!.stint.round.kill_assists += 1
    if (!explosiveBits.includes(event.weapon) && [...dealt].some(([slot, amount]) => slot !== event.slot && amount > own))
      round.kill_steals += 1
    if (event.weapon === weaponBits.grenadelauncher) round.farthestRiflenadeMetres = Math.max(round.farthestRiflenadeMetres, event.metres)
    if (killer.deathSpree >= 3) round.death_spree = Math.max(round.death_spree, killer.deathSpree)
    killer.deathSpree = 0
    killer.spree += 1
    if (event.at - killer.series.lastAt >= multikillGapMs) closeSeries(killer, event.at, multikillGapMs)
    killer.series = { kills: killer.series.kills + 1, lastAt: event.at }
    if (lightBits.includes(event.weapon)) extendLightSeries(killer, event.at)
    die(victim, event.at, killer, false)
  }

  for (const who of script.participants) if (who.side === 3) begin(who, 0, who.isFresh, 3)
  for (const event of events) {
    for (; nextSnapshot < event.at; nextSnapshot += snapshotMs) snapshot(nextSnapshot)
    switch (event.kind) {
      case 'join':
        begin(participantIn(script, event.slot), event.at, event.isFresh, event.side)
        break
      case 'spectate':
        stop(event.slot, event.at, 'watching')
        break
      case 'disconnect':
        stop(event.slot, event.at, 'gone')
        break
      case 'spawn':
        rise(event.slot, event.at, true)
        break
      case 'revive': {
        const medic = playing(event.slot).stint
        cell(medic.session, weaponBits.syringe, 'hits', 1)
        medic.round.revives += 1
        playing(event.target).stint.round.times_revived += 1
        rise(event.target, event.at, false)
        break
      }
      case 'shots':
        cell(playing(event.slot).stint.session, event.weapon, 'shots', event.shots)
        break
      case 'damage': {
        const [from, to] = [playing(event.slot).stint.session, playing(event.target).stint.session]
        if (event.isTeam) {
          from.team_damage_given += event.amount
          to.team_damage_received += event.amount
          break
        }
        from.damage_given += event.amount
        to.damage_received += event.amount
        cell(from, event.weapon, 'hits', event.hits)
        cell(from, event.weapon, 'headshots', event.headHits)
        wounds.set(event.target, [...(wounds.get(event.target) ?? []), { at: event.at, slot: event.slot, amount: event.amount }])
        break
      }
      case 'kill':
        kill(event)
        break
      case 'team_kill':
        playing(event.slot).stint.session.team_kills += 1
        die(playing(event.target), event.at, undefined, true)
        break
      case 'self_kill': {
        const tally = playing(event.slot)
        tally.stint.session.self_kills += 1
        if (event.isFull) tally.stint.round.full_self_kills += 1
        die(tally, event.at, undefined, false)
        break
      }
      case 'gib': {
        const { session } = playing(event.slot).stint
        if (event.isTeam) session.team_gibs += 1
        else session.gibs += 1
        if (event.isKnife) takeBackOneShot(session, weaponBits.knife)
        break
      }
      case 'plant':
        playing(event.slot).stint.round.dynamites_planted += 1
        break
      case 'defuse':
        playing(event.slot).stint.round.dynamites_defused += 1
        break
      case 'repair':
        playing(event.slot).stint.round.repairs += 1
        break
      case 'steal':
        playing(event.slot).stint.round.objectives_stolen += 1
        break
      case 'return':
        playing(event.slot).stint.round.objectives_returned += 1
        break
      case 'pause':
        break
    }
  }
  for (; nextSnapshot < script.lengthMs; nextSnapshot += snapshotMs) snapshot(nextSnapshot)
  const recordsRunningSprees = script.end === 'objective' || script.end === 'time_limit'
  for (const tally of bySlot.values()) {
    settle(tally, script.lengthMs)
    closeSeries(tally, script.lengthMs, multikillSettlesMs)
    if (tally.stint.status === 'playing') noteTank(tally.stint)
    if (recordsRunningSprees && tally.spree >= 3) tally.stint.round.killing_spree = Math.max(tally.stint.round.killing_spree, tally.spree)
  }
  const all = stints.map((tally) => tally.stint)
  const lines = new Map<string, Stint>()
  for (const stint of all) if (hasActed(stint.session)) lines.set(lineKey(stint), stint)
  return {
    stints: all,
    lines: [...lines.values()],
    versus,
    sessions: new Map(all.filter((stint) => stint.status !== 'gone').map((stint) => [stint.who.player.guid, stint.session])),
  }
}

type Tally = {
  stint: Stint
  isAlive: boolean
  sinceMs: number
  diedAt: number
  killedBy: Tally | undefined
  spree: number
  deathSpree: number
  series: { kills: number; lastAt: number }
  lightSeries: { kills: number; firstAt: number; lastAt: number }
}

/** The sum of one number of the weapon blocks, over some weapons or all. */
export function totalOf(session: SessionCounters, name: (typeof cellNames)[number], bits?: readonly number[]): number {
  const place = cellNames.indexOf(name)
  let sum = 0
  for (let bit = 0; bit < weaponCount; bit += 1) if (!bits || bits.includes(bit)) sum += session.cells[bit * cellNames.length + place]!
  return sum
}

/** A client's counters as they are when he connects. */
export function emptySession(rounds: number): SessionCounters {
  return {
    cells: Array.from({ length: weaponCount * cellNames.length }, () => 0),
    damage_given: 0,
    damage_received: 0,
    team_damage_given: 0,
    team_damage_received: 0,
    gibs: 0,
    self_kills: 0,
    team_kills: 0,
    team_gibs: 0,
    aliveMs: 0,
    playedMs: 0,
    rounds,
  }
}

function emptyRound(): RoundCounters {
  return {
    killing_spree: 0,
    death_spree: 0,
    kill_assists: 0,
    kill_steals: 0,
    headshot_kills: 0,
    objectives_stolen: 0,
    objectives_returned: 0,
    dynamites_planted: 0,
    dynamites_defused: 0,
    times_revived: 0,
    useful_kills: 0,
    deniedMs: 0,
    multikills: [0, 0, 0, 0, 0],
    useless_kills: 0,
    full_self_kills: 0,
    repairs: 0,
    revives: 0,
    deadMs: 0,
    overcountedDeadMs: 0,
    overcountedBullets: 0,
    tank: 0,
    lightDoubles: 0,
    lightMultikills: 0,
    quickestLightSeries: undefined,
    farthestRiflenadeMetres: 0,
  }
}

function lineKey(stint: Stint): string {
  return stint.who.player.guid
}

function hasActed(session: SessionCounters): boolean {
  return session.cells.some((value, index) => value !== 0 && cellNames[index % cellNames.length] !== 'headshots')
}

function cell(session: SessionCounters, weapon: number, name: (typeof cellNames)[number], add: number): void {
  session.cells[weapon * cellNames.length + cellNames.indexOf(name)]! += add
}

function takeBackOneShot(session: SessionCounters, weapon: number): void {
  const place = weapon * cellNames.length + cellNames.indexOf('shots')
  if (session.cells[place]! > 1) session.cells[place]! -= 1
}

function versusRow(versus: Map<number, Map<number, Versus>>, subject: number, opponent: number): Versus {
  const opponents = versus.get(subject) ?? new Map<number, Versus>()
  versus.set(subject, opponents)
  const row = opponents.get(opponent) ?? { kills: 0, deaths: 0 }
  opponents.set(opponent, row)
  return row
}

function closeSeries(tally: Tally, at: number, settlesMs: number): void {
  const { kills, lastAt } = tally.series
  if (kills >= 2 && lastAt + settlesMs <= at) tally.stint.round.multikills[Math.min(kills, 6) - 2]! += 1
  tally.series = { kills: 0, lastAt: Number.NEGATIVE_INFINITY }
}

function extendLightSeries(tally: Tally, at: number): void {
  const runs = at - tally.lightSeries.lastAt < multikillGapMs
  const series = runs ? { ...tally.lightSeries, kills: tally.lightSeries.kills + 1, lastAt: at } : { kills: 1, firstAt: at, lastAt: at }
  tally.lightSeries = series
  const { round } = tally.stint
  if (series.kills === 2) round.lightDoubles += 1
  if (series.kills < 3) return
  if (series.kills === 3) {
    round.lightDoubles -= 1
    round.lightMultikills += 1
  }
  const best = round.quickestLightSeries
  const lengthMs = series.lastAt - series.firstAt
  if (!best || series.kills > best.kills || (series.kills === best.kills && lengthMs < best.lengthMs))
    round.quickestLightSeries = { kills: series.kills, lengthMs }
}

function noteTank(stint: Stint): void {
  const { damage_received: damage } = stint.session
  const deaths = totalOf(stint.session, 'deaths')
  const ratio = deaths > 0 ? damage / deaths / 130 : (damage + 1) / 130
  if (damage > 1_000 && ratio > 3) stint.round.tank = ratio
}

function participantIn(script: RoundScript, slot: number): Participant {
  const who = script.participants.find((one) => one.slot === slot)
  if (!who) throw new Error(`Nobody of the script has slot ${slot}`)
  return who
}
