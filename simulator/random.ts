/** A seeded source of chance. Uses 32-bit integer arithmetic only, so that a seed gives the same sequence on every machine. */
export type Random = {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number
  /** A number around `mean`: between `mean * (1 - share)` and `mean * (1 + share)`. */
  around(mean: number, share: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One key of `weights`, drawn in proportion to its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T
  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[]
}

/** Gives the random source (sfc32) that belongs to a text. Sources of different texts are independent: drawing from one never moves another. */
export function createRandom(seed: string): Random {
  let [a, b, c, d] = seedWords(seed)
  function next(): number {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  function integer(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1))
  }
  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('Cannot pick from an empty list')
    return list[integer(0, list.length - 1)] as T
  }
  for (let round = 0; round < 12; round += 1) next()
  return {
    next,
    integer,
    around: (mean, share) => mean * (1 - share + 2 * share * next()),
    chance: (probability) => next() < probability,
    pick,
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      return entries[entries.length - 1]![0]
    },
    shuffle: (list) => {
      const copy = [...list]
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = integer(0, index)
        const held = copy[index]!
        copy[index] = copy[other]!
        copy[other] = held
      }
      return copy
    },
  }
}

function seedWords(seed: string): [number, number, number, number] {
  const words: [number, number, number, number] = [1779033703, 3144134277, 1013904242, 2773480762]
  const factors = [597399067, 2869860233, 951274213, 2716044179]
  for (let index = 0; index < seed.length; index += 1) {
    const code = seed.charCodeAt(index)
    for (let word = 0; word < 4; word += 1)
      words[word] = Math.imul((words[word]! ^ words[(word + 1) % 4]! ^ code) >>> 0, factors[word]!) | 0
  }
  return words
}
