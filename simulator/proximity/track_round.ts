import { type PlayedRound, pausedBefore } from '../played_round.ts'
import type { Random } from '../random.ts'
import type { RoundEvent } from '../round_events.ts'
import { explosiveBits, weaponBits } from '../weapons.ts'
import { type Actor, crossfireOf, dodgeOf, type Engagement, trackFights } from './track_fights.ts'
import { type Life, trackLives } from './track_lives.ts'
import { type Present, trackTeamplay } from './track_teamplay.ts'
import { meansOfDeath, objectivesOfMap, type Tracker, vehicleOfMap, weaponNumber } from './trackers.ts'
import { type Body, distance, walkPlayers } from './walk_players.ts'

export type Section = { name: string; columns: string; remarks: string[]; rows: string[]; isAlwaysWritten: boolean }

export type TrackOptions = {
  tracker: Tracker
  intervalMs: number
  /** What the tracker's clock shows when play begins. */
  clockZeroMs: number
  hasSprint: boolean
  how: 'round_end' | 'shutdown'
}

type Accuracy = { who: Actor; weapon: number; shots: number; hits: number; kills: number; heads: number }
type Fallen = { at: number; victim: Actor; killer: Actor; mod: number }
type Kill = { at: number; killer: Actor; victim: Actor }

const frameMs = 100
const sideName = { 1: 'AXIS', 2: 'ALLIES' } as const
const bulletBits: readonly number[] = [2, 3, 4, 5, 6, 7, 20, 21, 22, 23, 24, 25, 26]

/** The tracker's time at a moment of play. The old ones let pauses count. */
export function trackerTime(round: PlayedRound, options: Pick<TrackOptions, 'tracker' | 'clockZeroMs'>, at: number): number {
  return at + (options.tracker.isOld ? pausedBefore(round.script, at) : 0) + options.clockZeroMs
}

/** What the position tracker records of a round: the same fights as every other source, ways invented. Sections in the order of the file. */
export function trackRound(round: PlayedRound, options: TrackOptions, random: Random): Section[] {
  const { tracker, intervalMs, how } = options
  const { script, events } = round
  const actors = new Map(
    script.participants.flatMap((who): [number, Actor][] => (who.side === 3 ? [] : [[who.slot, actorOf(who, who.side)]])),
  )
  const positions = walkPlayers(script, events, random)
  const objectives = objectivesOfMap[script.map.name] ?? []
  const fights = trackFights(tracker)
  const lives = trackLives(tracker, { intervalMs, hasSprint: options.hasSprint, objectives, cells: fights.moveCells }, random)
  const teamplay = trackTeamplay(objectives, random)
  const alive = new Set<number>()
  const rows: Record<string, string[]> = {}
  const accuracy = new Map<string, Accuracy>()
  const fallen = new Map<number, Fallen>()
  const recent: Kill[] = []
  const hitters = new Set<Actor>()
  const carriers = new Map<number, { who: Actor; from: number; place: Body }>()
  let drop: { at: number; carrier: Actor; place: Body } | undefined
  let now = 0

  const time = (at = now) => trackerTime(round, options, at)
  const placeOf = (slot: number) => positions(slot, now)
  const add = (section: string, ...values: (string | number)[]) => {
    rows[section] ??= []
    rows[section].push(values.join(';'))
  }
  const accuracyOf = (who: Actor, weapon: number): Accuracy => {
    const key = `${who.guid} ${weapon}`
    const row = accuracy.get(key) ?? { who, weapon, shots: 0, hits: 0, kills: 0, heads: 0 }
    accuracy.set(key, row)
    return row
  }
  const intervalOf = (side: 1 | 2) => (side === 1 ? script.map.axisIntervalMs : script.map.alliesIntervalMs)
  const waitOf = (side: 1 | 2) => intervalOf(side) - (now % intervalOf(side))

  function hurt(event: Extract<RoundEvent, { kind: 'damage' }>): void {
    const [from, target] = [actors.get(event.slot)!, actors.get(event.target)!]
    lives.hurt(event.target, event.amount)
    if (event.isTeam && !tracker.isOld) return
    const count = Math.max(1, event.hits)
    const weapon = weaponNumber(event.weapon, from.side)
    const held = explosiveBits.includes(event.weapon) ? from.primary : weapon
    for (let index = 0; index < count; index += 1) {
      const amount = Math.floor(event.amount / count) + (index < event.amount % count ? 1 : 0)
      strike(
        from,
        target,
        amount,
        held,
        weapon,
        index < event.headHits ? 0 : random.pick([1, 2, 2, 2, 3]),
        bulletBits.includes(event.weapon),
      )
    }
  }
  function strike(from: Actor, target: Actor, amount: number, held: number, weapon: number, region: number, isBullet: boolean): void {
    fights.hit(time(), target, placeOf(target.slot)!, from, amount, held)
    if (tracker.isOld || from.side === target.side) return
    teamplay.hit(time(), target, from, amount)
    const row = accuracyOf(from, weapon)
    row.hits += 1
    if (region === 0) row.heads += 1
    if (!isBullet) return
    // the first hit of each attacker only sets the counter
    if (hitters.has(from)) add('HIT_REGIONS', time(), from.guid, from.name, target.guid, target.name, weapon, region, amount)
    hitters.add(from)
  }
  function die(victim: Actor, killer: Actor | undefined, mod: number, deathType: string): void {
    const place = placeOf(victim.slot)!
    alive.delete(victim.slot)
    lives.end(time(), victim.slot, place, deathType)
    fights.die(time(), victim, place, killer)
    const carrying = carriers.get(victim.slot)
    if (carrying) dropFlag(carrying.who, 'killed', killer, mod)
    if (tracker.isOld || !killer || killer === victim) return
    if (deathType === 'killed') fallen.set(victim.slot, { at: time(), victim, killer, mod })
  }
  function kill(event: Extract<RoundEvent, { kind: 'kill' }>): void {
    const [killer, victim] = [actors.get(event.slot)!, actors.get(event.target)!]
    const mod = meansOfDeath(event.weapon, killer.side)
    // two means of death are taken for others: the carbine for an own death, the Kar98 for a fall
    die(victim, killer, mod, { [weaponBits.carbine]: 'selfkill', [weaponBits.kar98]: 'fallen' }[event.weapon] ?? 'killed')
    if (tracker.isOld) return
    const [wait, own] = [waitOf(victim.side), waitOf(killer.side)]
    const people = [killer.guid, killer.name, sideName[killer.side], victim.guid, victim.name, sideName[victim.side]]
    const interval = intervalOf(victim.side)
    const waves = tracker.family === 6 ? [(own / 1_000).toFixed(1), (wait / 1_000).toFixed(1)] : []
    add('SPAWN_TIMING', ...people, time(), interval, wait, (wait / interval).toFixed(3), ...waves)
    const before = recent.findLast((one) => one.killer === victim && one.victim.side === killer.side && time() - one.at <= 3_000)
    if (before) {
      const { victim: first } = before
      add('TRADE_KILLS', before.at, time(), time() - before.at, first.guid, first.name, victim.guid, victim.name, killer.guid, killer.name)
    }
    recent.push({ at: time(), killer, victim })
    const weapon = weaponNumber(event.weapon, killer.side)
    accuracyOf(killer, weapon).kills += 1
    const [a, v] = [placeOf(killer.slot)!, placeOf(victim.slot)!]
    const living = (side: 1 | 2) => [...alive].filter((slot) => actors.get(slot)!.side === side).length
    const left = tracker.family === 6 ? [alive.has(killer.slot) ? random.integer(8, 112) : 0, living(1), living(2)] : []
    const who = [killer, victim].flatMap((one) => [one.guid, one.name, sideName[one.side], one.playerClass])
    const where = [a.x, a.y, a.z, v.x, v.y, v.z].map((value) => Math.round(value) + 0)
    add('COMBAT_POSITIONS', time(), 'kill', ...who, ...where, weapon, mod, ...left)
  }
  function settleFallen(slot: number, outcome: string, by?: Actor): void {
    const one = fallen.get(slot)
    if (!one) return
    fallen.delete(slot)
    const delta = time() - one.at
    const denied = outcome === 'gibbed' || outcome === 'tapped_out' ? delta + waitOf(one.victim.side) : delta
    const pair = (who: Actor | undefined) => [who?.guid ?? '', who?.name ?? '']
    const people = [...pair(one.victim), ...pair(one.killer)]
    const helpers = [...pair(outcome === 'gibbed' ? by : undefined), ...pair(outcome === 'revived' ? by : undefined)]
    add('KILL_OUTCOME', one.at, ...people, one.mod, outcome, time(), delta, denied, ...helpers)
  }
  function revive(medic: Actor, target: Actor): void {
    alive.add(target.slot)
    if (tracker.isOld) return
    settleFallen(target.slot, 'revived', medic)
    const place = placeOf(target.slot)!
    const nearest = (list: readonly Present[]) =>
      list.map((one) => ({ ...one, away: distance(one.place, place) })).sort((left, right) => left.away - right.away)[0]
    const others = present().filter(({ who }) => who !== target)
    const guess = nearest(others.filter(({ who }) => who.side === target.side && who.playerClass === 'MEDIC'))
    const enemy = nearest(others.filter(({ who }) => who.side !== target.side))
    const where = [place.x, place.y, place.z, enemy?.away ?? 0].map((value) => value.toFixed(1))
    const people = [guess?.who.guid ?? '', guess?.who.name ?? '', target.guid, target.name]
    add('REVIVES', time(), ...people, ...where, enemy?.who.guid ?? '', Number(fights.has(target.slot)))
  }
  function present(): Present[] {
    return [...alive].map((slot) => ({ who: actors.get(slot)!, place: placeOf(slot)! }))
  }
  function gib(from: Actor, target: Actor): void {
    if (tracker.losesBodyHits || (from.side === target.side && !tracker.isOld)) return
    for (const amount of [100, 90]) strike(from, target, amount, from.primary, from.primary, 2, false)
    if (!tracker.isOld) settleFallen(target.slot, 'gibbed', from)
  }
  function shoot(event: Extract<RoundEvent, { kind: 'shots' }>): void {
    if (tracker.isOld) return
    const who = actors.get(event.slot)!
    const weapon = weaponNumber(event.weapon, who.side)
    accuracyOf(who, weapon).shots += event.shots
    const place = placeOf(event.slot)!
    const yaw = (Math.atan2(place.vy, place.vx) * 180) / Math.PI
    for (let index = 0; index < event.shots; index += 1) {
      const pitch = (random.next() * 24 - 12).toFixed(2)
      const [x, y, z] = [place.x, place.y, place.z].map((value) => Math.trunc(value) + 0)
      add('SHOT_FIRED', time(), who.guid, weapon, x!, y!, z!, yaw.toFixed(2), pitch)
    }
  }
  function act(who: Actor, action: string): void {
    const place = placeOf(who.slot)!
    const track = action === 'construction_complete' ? '' : (objectives[0]?.name ?? 'the main objective')
    const near = present().filter((one) => one.who !== who && distance(one.place, place) <= 800)
    const mates = near.filter((one) => one.who.side === who.side).length
    const where = [place.x, place.y, place.z].map((value) => Math.round(value) + 0)
    add('CONSTRUCTION_EVENTS', time(), action, who.guid, who.name, sideName[who.side], track, ...where)
    const kills = recent.filter((one) => time() - one.at <= 30_000 && one.victim.side !== who.side && one.killer.side === who.side)
    const own = kills.filter((one) => one.killer === who).length
    const others = kills.length - own
    const escort = [...new Set(kills.filter((one) => one.killer !== who).map((one) => one.killer.guid))].join('|')
    const enemies = near.length - mates
    const kind =
      kills.length === 0 && enemies === 0
        ? 'unopposed'
        : own > 0 && others === 0 && mates === 0
          ? enemies > 0
            ? 'contested_solo'
            : 'solo'
          : kills.length >= 3 || (own > 0 && others > 0)
            ? 'team_effort'
            : others > 0
              ? 'assisted'
              : enemies > 0
                ? 'contested_solo'
                : 'unopposed'
    const way = 400 + random.next() * 6_000
    const share = 0.25 + random.next() * 0.7
    const run = [
      Math.min(now, 30_000),
      way.toFixed(1),
      (way * share).toFixed(1),
      share.toFixed(3),
      own,
      others,
      escort,
      enemies,
      mates,
      kind,
    ]
    add('OBJECTIVE_RUNS', who.guid, who.name, sideName[who.side], action, track, time(), ...run, ...where, '', '')
  }
  function dropFlag(who: Actor, outcome: string, killer?: Actor, mod = 0): void {
    const carrying = carriers.get(who.slot)
    if (!carrying) return
    carriers.delete(who.slot)
    const place = placeOf(who.slot)!
    const straight = distance(place, carrying.place)
    const carried = straight * 1.3
    const flag = who.side === 2 ? 'redflag' : 'blueflag'
    const ends = [carrying.place, place].flatMap(({ x, y, z }) => [x, y, z].map((value) => Math.round(value) + 0))
    const ms = time() - carrying.from
    const ways = [carried.toFixed(1), straight.toFixed(1), (carried > 0 ? straight / carried : 0).toFixed(3), Math.floor(ms / 200) + 1]
    const by = [killer?.guid ?? '', killer?.name ?? '']
    add('CARRIER_EVENTS', who.guid, who.name, sideName[who.side], flag, carrying.from, time(), ms, outcome, ...ways, ...ends, ...by)
    if (killer && killer.side !== who.side) {
      const people = [who.guid, who.name, sideName[who.side], killer.guid, killer.name, sideName[killer.side]]
      add('CARRIER_KILLS', time(), ...people, mod, straight.toFixed(1), flag)
    }
    drop = { at: time(), carrier: who, place }
  }
  function bringBack(who: Actor): void {
    if (!drop || time() - drop.at > 35_000 || drop.carrier.side === who.side) return
    const { at, carrier, place } = drop
    const where = [place.x, place.y, place.z].map((value) => Math.round(value) + 0)
    const flag = carrier.side === 2 ? 'redflag' : 'blueflag'
    add('CARRIER_RETURNS', time(), who.guid, who.name, sideName[who.side], flag, carrier.guid, at, time() - at, ...where)
    drop = undefined
  }
  function happen(event: RoundEvent): void {
    const who = 'slot' in event ? actors.get(event.slot) : undefined
    if (!who) return
    switch (event.kind) {
      case 'spawn':
        settleFallen(event.slot, 'tapped_out')
        lives.spawn(time(), who, placeOf(event.slot)!)
        alive.add(event.slot)
        break
      case 'disconnect':
      case 'spectate':
        dropFlag(who, 'disconnected')
        lives.end(time(), event.slot, placeOf(event.slot)!, 'disconnect')
        fights.leave(time(), event.slot, placeOf(event.slot)!)
        alive.delete(event.slot)
        break
      case 'shots':
        shoot(event)
        break
      case 'damage':
        hurt(event)
        break
      case 'kill':
        kill(event)
        break
      case 'team_kill':
        die(actors.get(event.target)!, who, 18, 'teamkill')
        break
      case 'self_kill':
        die(who, who, 33, 'selfkill')
        break
      case 'revive':
        revive(who, actors.get(event.target)!)
        break
      case 'gib':
        gib(who, actors.get(event.target)!)
        break
      case 'plant':
        act(who, 'dynamite_plant')
        break
      case 'defuse':
        act(who, 'dynamite_defuse')
        break
      case 'repair':
        act(who, 'construction_complete')
        break
      case 'steal':
        if (alive.has(event.slot) && !carriers.has(event.slot)) carriers.set(event.slot, { who, from: time(), place: placeOf(event.slot)! })
        break
      case 'return':
        bringBack(who)
        break
      default:
        break
    }
  }

  let lastSample = 0
  let next = 0
  for (let frame = frameMs; next < events.length || frame < script.lengthMs; frame += frameMs) {
    for (; next < events.length && events[next]!.at <= frame; next += 1) {
      now = events[next]!.at
      happen(events[next]!)
    }
    if (frame >= script.lengthMs) continue
    now = frame
    if (time() - lastSample >= intervalMs) {
      lastSample = time()
      lives.sample(time(), placeOf)
    }
    fights.look(time(), intervalMs, placeOf)
    if (tracker.isOld) continue
    teamplay.look(time(), present())
    for (const [slot, one] of fallen) if (time() - one.at > 30_000) settleFallen(slot, 'expired')
  }
  now = script.lengthMs
  lives.finish(time(), how, placeOf)
  fights.finish(time(), how, placeOf)
  teamplay.finish(time())
  for (const { who } of [...carriers.values()]) dropFlag(who, how)
  for (const slot of [...fallen.keys()]) settleFallen(slot, 'round_end')

  const always = (name: string, columns: string, list: string[], remarks: string[] = []): Section => ({
    name,
    columns,
    remarks,
    rows: list,
    isAlwaysWritten: true,
  })
  const found = (name: string, columns: string, list: string[] = rows[name] ?? [], remarks: string[] = []): Section => ({
    name,
    columns,
    remarks,
    rows: list,
    isAlwaysWritten: false,
  })
  const cells = (map: ReadonlyMap<string, readonly number[]>) =>
    random.shuffle([...map]).map(([cell, counts]) => `${cell};${counts.join(';')}`)
  const old = [
    always('ENGAGEMENTS', engagementColumns, fights.closed.map(engagementRow)),
    always(
      'PLAYER_TRACKS',
      'guid;name;team;class;spawn_time;death_time;first_move_time;death_type;samples;path',
      lives.ended.map(lifeRow),
      [
        'death_type: killed|selfkill|fallen|world|teamkill|round_end|disconnect|unknown',
        'path format: time,x,y,z,health,speed,weapon,stance,sprint,event separated by |',
        'stance: 0=standing, 1=crouching, 2=prone | sprint: 0=no, 1=yes',
      ],
    ),
    always('KILL_HEATMAP', 'grid_x;grid_y;axis_kills;allies_kills', cells(fights.killCells)),
    always('MOVEMENT_HEATMAP', 'grid_x;grid_y;traversal;combat;escape', cells(fights.moveCells)),
    found(
      'OBJECTIVE_FOCUS',
      'guid;name;team;objective;avg_distance;time_within_radius_ms;samples',
      random.shuffle([...lives.focus.values()].map(focusRow)),
    ),
  ]
  const reactions = found(
    'REACTION_METRICS',
    'engagement_id;target_guid;target_name;target_team;target_class;outcome;num_attackers;return_fire_ms;dodge_reaction_ms;support_reaction_ms;start_time;end_time;duration',
    tracker.hasReactions ? fights.closed.map(reactionRow) : [],
  )
  if (tracker.isOld) return [...old, reactions]
  const isSix = tracker.family === 6
  const five = [
    found(
      'SPAWN_TIMING',
      `killer_guid;killer_name;killer_team;victim_guid;victim_name;victim_team;kill_time;enemy_spawn_interval;time_to_next_spawn;spawn_timing_score${isSix ? ';killer_reinf;victim_reinf' : ''}`,
    ),
    found(
      'TEAM_COHESION',
      'time;team;alive_count;centroid_x;centroid_y;dispersion;max_spread;straggler_count;buddy_pair_guids;buddy_distance',
      teamplay.cohesion,
    ),
    found(
      'CROSSFIRE_OPPORTUNITIES',
      'time;target_guid;target_name;target_team;teammate1_guid;teammate2_guid;angular_separation;was_executed;damage_within_window',
      teamplay.opportunities.map((one) =>
        [
          ...[one.at, one.target.guid, one.target.name, sideName[one.target.side], one.one.guid, one.other.guid],
          ...[one.angle.toFixed(1), Number(one.hasHit.size === 2), one.damage],
        ].join(';'),
      ),
    ),
    found(
      'FOCUS_FIRE',
      'engagement_id;target_guid;target_name;attacker_count;attacker_guids;total_damage;duration;focus_score',
      fights.closed.filter((one) => one.attackers.size >= 2).map(focusFireRow),
    ),
    found(
      'TEAM_PUSHES',
      'start_time;end_time;team;avg_speed;direction_x;direction_y;alignment_score;push_quality;participant_count;toward_objective',
      teamplay.pushes.map((one) =>
        [
          ...[one.from, one.to, sideName[one.side], one.speed.toFixed(1)],
          ...[one.x, one.y, one.alignment, one.quality].map((value) => value.toFixed(3)),
          ...[one.count, one.toward],
        ].join(';'),
      ),
    ),
    found(
      'TRADE_KILLS',
      'original_kill_time;traded_kill_time;delta_ms;original_victim_guid;original_victim_name;original_killer_guid;original_killer_name;trader_guid;trader_name',
    ),
    found('REVIVES', 'time;medic_guid;medic_name;revived_guid;revived_name;x;y;z;distance_to_enemy;nearest_enemy_guid;under_fire'),
    found(
      'WEAPON_ACCURACY',
      'player_guid;player_name;team;weapon_id;shots_fired;hits;kills;headshots',
      random
        .shuffle([...accuracy.values()])
        .map(({ who, weapon, shots, hits, kills, heads }) =>
          [who.guid, who.name, sideName[who.side], weapon, shots, hits, kills, heads].join(';'),
        ),
    ),
    found(
      'KILL_OUTCOME',
      'kill_time;victim_guid;victim_name;killer_guid;killer_name;kill_mod;outcome;outcome_time;delta_ms;effective_denied_ms;gibber_guid;gibber_name;reviver_guid;reviver_name',
      rows.KILL_OUTCOME ?? [],
      ['outcome: gibbed|revived|tapped_out|round_end|expired'],
    ),
    found(
      'HIT_REGIONS',
      'time;attacker_guid;attacker_name;victim_guid;victim_name;weapon;region;damage',
      (rows.HIT_REGIONS ?? []).slice(0, 5_000),
      ['region: 0=HEAD, 1=ARMS, 2=BODY, 3=LEGS'],
    ),
    found(
      'COMBAT_POSITIONS',
      `time;event;atk_guid;atk_name;atk_team;atk_class;vic_guid;vic_name;vic_team;vic_class;ax;ay;az;vx;vy;vz;weapon;mod${isSix ? ';killer_health;axis_alive;allies_alive' : ''}`,
    ),
  ]
  if (!isSix) return [...old, reactions, ...five]
  const vehicle = vehicleOfMap[script.map.name]
  const escort = vehicle === undefined ? undefined : [...actors.values()].find((who) => who.side !== script.map.defender)
  return [
    ...old,
    reactions,
    ...five,
    found('SHOT_FIRED', 'time;guid;weapon;ox;oy;oz;yaw;pitch', rows.SHOT_FIRED ?? [], [
      'yaw/pitch from ps.viewangles (runtime-validated binding)',
    ]),
    found(
      'AIM_LOCK',
      'start_time;end_time;duration_ms;guid;name;team;target_guid;target_name;avg_err_deg;avg_dist;samples',
      teamplay.locks,
    ),
    found(
      'CARRIER_EVENTS',
      'carrier_guid;carrier_name;carrier_team;flag_team;pickup_time;drop_time;duration_ms;outcome;carry_distance;beeline_distance;efficiency;path_samples;pickup_x;pickup_y;pickup_z;drop_x;drop_y;drop_z;killer_guid;killer_name',
    ),
    found(
      'CARRIER_KILLS',
      'kill_time;carrier_guid;carrier_name;carrier_team;killer_guid;killer_name;killer_team;means_of_death;carrier_distance_at_kill;flag_team',
    ),
    found(
      'CARRIER_RETURNS',
      'return_time;returner_guid;returner_name;returner_team;flag_team;original_carrier_guid;drop_time;return_delay_ms;drop_x;drop_y;drop_z',
    ),
    found(
      'VEHICLE_PROGRESS',
      'vehicle_name;vehicle_type;start_x;start_y;start_z;end_x;end_y;end_z;total_distance;max_health;final_health;destroyed_count',
      escort ? [`${vehicle};script_mover;-2368;688;0;-1100;420;8;${(script.lengthMs / 400).toFixed(1)};1200;350;1`] : [],
    ),
    found(
      'ESCORT_CREDIT',
      'player_guid;player_name;player_team;vehicle_name;mounted_time_ms;proximity_time_ms;total_escort_distance;credit_distance;samples',
      escort ? [[escort.guid, escort.name, sideName[escort.side], vehicle, 0, 6_000, '310.5', '186.3', 12].join(';')] : [],
    ),
    found('CONSTRUCTION_EVENTS', 'event_time;event_type;player_guid;player_name;player_team;track_name;player_x;player_y;player_z'),
    found(
      'OBJECTIVE_RUNS',
      'engineer_guid;engineer_name;engineer_team;action_type;track_name;action_time;approach_time_ms;approach_distance;beeline_distance;path_efficiency;self_kills;team_kills;escort_guids;enemies_nearby;nearby_teammates;run_type;obj_x;obj_y;obj_z;killer_guid;killer_name',
    ),
  ]
}

const engagementColumns =
  'id;start_time;end_time;duration;target_guid;target_name;target_team;outcome;total_damage;killer_guid;killer_name;num_attackers;is_crossfire;crossfire_delay;crossfire_participants;start_x;start_y;start_z;end_x;end_y;end_z;distance_traveled;positions;attackers'

function actorOf(who: PlayedRound['script']['participants'][number], side: 1 | 2): Actor {
  return {
    slot: who.slot,
    guid: who.player.guid,
    name: who.nick.replace(/[;|,]/g, '_'),
    side,
    playerClass: who.player.playerClass.toUpperCase(),
    primary: side === 1 ? 3 : 8,
  }
}

function engagementRow(one: Engagement): string {
  const crossfire = crossfireOf(one)
  const attackers = [...one.attackers.values()].map(({ who, damage, hits, first, last, hasKilled, weapons }) => {
    const counts = [...weapons].map(([weapon, count]) => `${weapon}:${count};`).join('') || '0:0'
    return [who.guid, who.name, sideName[who.side], damage, hits, first, last, Number(hasKilled), counts].join(',')
  })
  return [
    ...[one.id, one.start, one.end, one.end - one.start, one.target.guid, one.target.name, sideName[one.target.side], one.outcome],
    ...[one.damage, one.killer?.guid ?? '', one.killer?.name ?? '', attackers.length],
    ...[Number(crossfire !== undefined), crossfire?.delay ?? '', crossfire?.guids.join(',') ?? ''],
    ...[one.from, one.to].flatMap(({ x, y, z }) => [x, y, z].map((value) => value.toFixed(1))),
    ...[one.way.toFixed(1), one.path.join('|'), attackers.join('|')],
  ].join(';')
}

function reactionRow(one: Engagement): string {
  const { target } = one
  return [
    ...[one.id, target.guid, target.name, sideName[target.side], target.playerClass, one.outcome, one.attackers.size],
    ...[one.returnFire ?? '', dodgeOf(one) ?? '', one.support ?? '', one.start, one.end, one.end - one.start],
  ].join(';')
}

function focusFireRow(one: Engagement): string {
  const firsts = [...one.attackers.values()].map(({ first }) => first)
  const spread = Math.max(...firsts) - Math.min(...firsts)
  const perSecond = (one.damage / Math.max(one.end - one.start, 100)) * 1_000
  const score = 0.6 * Math.max(0, 1 - spread / 2_000) + 0.4 * Math.min(1, perSecond / 500)
  const guids = [...one.attackers.keys()].join(',')
  return [one.id, one.target.guid, one.target.name, firsts.length, guids, one.damage, one.end - one.start, score.toFixed(3)].join(';')
}

function lifeRow({ who, spawn, death, firstMove, deathType, path }: Life): string {
  return [
    who.guid,
    who.name,
    sideName[who.side],
    who.playerClass,
    spawn,
    death,
    firstMove ?? '',
    deathType,
    path.length,
    path.join('|'),
  ].join(';')
}

function focusRow(one: { who: Actor; samples: number; distance: number; nearMs: number; counts: ReadonlyMap<string, number> }): string {
  const [most] = [...one.counts].sort((left, right) => right[1] - left[1])
  const { guid, name, side } = one.who
  return [guid, name, sideName[side], most![0], (one.distance / one.samples).toFixed(1), one.nearMs, one.samples].join(';')
}
