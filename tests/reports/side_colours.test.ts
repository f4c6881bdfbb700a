import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportsFolder } from '../../site/site_paths.ts'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

/** What somebody without one kind of cones sees, in linear light (Machado, Oliveira and Fernandes 2009, severity 1). */
const sights: Readonly<Record<string, Matrix>> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Two colours this far apart (CIE 1976) are told apart at a glance in small marks; 2.3 is just noticeable. */
const clearlyApart = 40

/** Two colours this far apart are called by different names. */
const differentName = 20

const times = (matrix: Matrix, color: Triple): Triple =>
  matrix.map((row) => row.reduce((sum, part, index) => sum + part * color[index]!, 0)) as unknown as Triple

function linearLight(hex: string): Triple {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Triple
}

/** CIE L*a*b* under daylight (D65). */
function lab(light: Triple): Triple {
  const xyz = times(
    [
      [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
    ],
    light.map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple,
  )
  const [x, y, z] = xyz.map((part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116)) as unknown as Triple
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function apart(one: string, other: string, sight: Matrix): number {
  const [left, right] = [one, other].map((hex) => lab(times(sight, linearLight(hex))))
  return Math.hypot(...left!.map((part, index) => part - right![index]!))
}

/** The colour of a name in a mode of the style sheet. */
function colorOf(name: string, mode: 'light' | 'dark'): string {
  const style = readFileSync(join(reportsFolder, 'app.css'), 'utf8')
  const block = mode === 'light' ? /:root \{([^}]*)\}/ : /:root\[data-theme='dark'\] \{([^}]*)\}/
  return new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block.exec(style)![1]!)![1]!
}

test.each(['light', 'dark'] as const)('Axis and Allies are told apart in %s by everybody, whatever cones they have', (mode) => {
  const distances = Object.entries(sights).map(
    ([sight, matrix]) => [sight, apart(colorOf('axis', mode), colorOf('allies', mode), matrix)] as const,
  )
  expect(distances.filter(([, distance]) => distance < clearlyApart)).toEqual([])
})

test.each(['light', 'dark'] as const)('no line or bar of a chart looks like a side in %s', (mode) => {
  const lines = Array.from({ length: 8 }, (_, index) => `line-${index + 1}`)
  const near = lines.filter((line) =>
    ['axis', 'allies'].some((side) => apart(colorOf(line, mode), colorOf(side, mode), sights.everybody!) < differentName),
  )
  expect(near).toEqual([])
})

test('what is measured is what colour-blind people confuse: red and green of one lightness', () => {
  expect(apart('#c0504d', '#6b8e23', sights.everybody!)).toBeGreaterThan(clearlyApart)
  expect(apart('#c0504d', '#6b8e23', sights.deuteranopia!)).toBeLessThan(clearlyApart)
})
