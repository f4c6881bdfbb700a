import { column, type ReadProximity } from '../simulator/read_proximity_text.ts'

type Item = { time: number; x: number; y: number; event: string }
type Life = { guid: string; team: string; from: number; until: number; items: Item[] }
type Attack = { guid: string; team: string; first: number; last: number; hasKilled: boolean }
type Fight = { target: string; from: number; until: number; attacks: Attack[] }

/**
 * Trades and support of a file, counted the slow way: everybody against everybody, from the file's text alone (docs/contracts/proximity.md §4 and §5).
 * Shapes and names are those that the test asks the marts for.
 */
export function countTrades(read: ReadProximity) {
  const all = (section: string, name: string) => column(read, section, name)
  const teams = all('PLAYER_TRACKS', 'team')
  const [spawns, ends, paths] = [all('PLAYER_TRACKS', 'spawn_time'), all('PLAYER_TRACKS', 'death_time'), all('PLAYER_TRACKS', 'path')]
  const lives: Life[] = all('PLAYER_TRACKS', 'guid').map((guid, n) => ({
    guid,
    team: teams[n]!,
    from: Number(spawns[n]),
    until: Number(ends[n]),
    items: paths[n]!.split('|').map((text) => {
      const [time, x, y, , , , , , , event] = text.split(',')
      return { time: Number(time), x: Number(x), y: Number(y), event: event! }
    }),
  }))
  const attackers = all('ENGAGEMENTS', 'attackers')
  const [starts, closes] = [all('ENGAGEMENTS', 'start_time'), all('ENGAGEMENTS', 'end_time')]
  const fights: Fight[] = all('ENGAGEMENTS', 'target_guid').map((target, n) => ({
    target,
    from: Number(starts[n]),
    until: Number(closes[n]),
    attacks: (attackers[n] === '' ? [] : attackers[n]!.split('|')).map((text) => {
      const [guid, , team, , , first, last, hasKilled] = text.split(',')
      return { guid: guid!, team: team!, first: Number(first), last: Number(last), hasKilled: hasKilled === '1' }
    }),
  }))
  const [outcomes, victimTeams, killers] = [
    all('ENGAGEMENTS', 'outcome'),
    all('ENGAGEMENTS', 'target_team'),
    all('ENGAGEMENTS', 'killer_guid'),
  ]
  const [xs, ys] = [all('ENGAGEMENTS', 'end_x').map(Number), all('ENGAGEMENTS', 'end_y').map(Number)]
  const counts = { deaths: 0, opportunities: 0, attempts: 0, successes: 0, isolated: 0, frames: 0, supported: 0 }
  fights.forEach((fight, n) => {
    const [killer, team] = [killers[n]!, victimTeams[n]!]
    const killerTeam = fight.attacks.find(({ hasKilled }) => hasKilled)?.team
    if (outcomes[n] !== 'killed' || killer === '' || killer === fight.target || killerTeam === team) return
    counts.deaths += 1
    const distances = new Map<string, number>()
    for (const life of lives) {
      if (life.guid === fight.target || life.team !== team || fight.until < life.from || fight.until > life.until) continue
      const near = life.items.map((item) => ({ ...item, gap: Math.abs(item.time - fight.until) })).filter(({ gap }) => gap <= 1500)
      near.sort((one, other) => one.gap - other.gap)
      if (near[0])
        distances.set(life.guid, Math.min(distances.get(life.guid) ?? Infinity, Math.hypot(near[0].x - xs[n]!, near[0].y - ys[n]!)))
    }
    const nearest = Math.min(Infinity, ...distances.values())
    const [attempting, trading] = [new Set<string>(), new Set<string>()]
    for (const answer of fights) {
      if (answer.target !== killer) continue
      for (const attack of answer.attacks) {
        if (attack.team !== team || attack.guid === fight.target) continue
        if (attack.first >= fight.until && attack.first <= fight.until + 3000) attempting.add(attack.guid)
        if (attack.hasKilled && answer.until >= fight.until && answer.until <= fight.until + 3000) trading.add(attack.guid)
      }
    }
    counts.opportunities += [...distances.values()].filter((distance) => distance <= 800).length
    counts.attempts += attempting.size
    counts.successes += trading.size
    if (nearest > 1200) counts.isolated += 1
  })
  const combat = new Map<string, [number, number][]>()
  const add = (guid: string, from: number, until: number) => combat.set(guid, [...(combat.get(guid) ?? []), [from, until + 1500]])
  for (const fight of fights) {
    add(fight.target, fight.from, fight.until)
    for (const attack of fight.attacks) add(attack.guid, attack.first, attack.last)
  }
  const isFighting = (guid: string, time: number) => (combat.get(guid) ?? []).some(([from, until]) => from <= time && time <= until)
  const frames = new Map<number, (Item & { guid: string; team: string })[]>()
  for (const { guid, team, items } of lives) {
    for (const item of items)
      if (item.event === 'sample') frames.set(item.time, [...(frames.get(item.time) ?? []), { ...item, guid, team }])
  }
  for (const together of frames.values()) {
    for (const one of together) {
      counts.frames += 1
      const helps = (other: typeof one) =>
        other.guid !== one.guid &&
        other.team === one.team &&
        isFighting(other.guid, other.time) &&
        Math.hypot(other.x - one.x, other.y - one.y) <= 600
      if (together.some(helps)) counts.supported += 1
    }
  }
  return counts
}
