import type { Built } from '../warehouse/build.ts'
import type { BuiltProximity } from '../warehouse/build_proximity.ts'
import type { BrokenPromise } from '../warehouse/publish.ts'
import { Failure } from './failure.ts'

/** A finished build as a sentence. Fails, naming models, tests or broken promises, when it did not finish. */
export function reportBuild(built: Built): string {
  if (!built.ok && built.stage === 'build') {
    throw new Failure(`the build failed; what was published stays as it was.\n${built.reasons.map((reason) => `  ${reason}`).join('\n')}`)
  }
  if (!built.ok) throw publishFailure(built.reasons.join('; '), built.brokenPromises)
  if (built.lane === 'none' && !built.file) return 'nothing arrived since the last build'
  const published = built.file ? `, published in ${built.publishSeconds.toFixed(1)} s` : ''
  return `${built.lane === 'none' ? 'earlier' : built.lane} build ${built.buildId}: ${built.nodeCount} nodes in ${built.buildSeconds.toFixed(1)} s${published}`
}

/** Why a publish did not happen: the first rows of each broken promise. */
export function publishFailure(reason: string, brokenPromises: BrokenPromise[]): Failure {
  const rows = brokenPromises.slice(0, 20).map(({ gate, subject, detail }) => `  ${gate}: ${subject} ${detail}`)
  const more = brokenPromises.length > 20 ? [`  and ${brokenPromises.length - 20} more`] : []
  return new Failure([`nothing was published, what was published stays as it was: ${reason}`, ...rows, ...more].join('\n'))
}

/** The slower part of a build as a sentence; undefined where there was nothing to do. Fails, naming what failed, when it did not finish. */
export function reportProximity(built: BuiltProximity): string | undefined {
  if (!built.ok && built.stage === 'build') {
    const reasons = built.reasons.map((reason) => `  ${reason}`).join('\n')
    throw new Failure(`proximity failed; what was published of it stays as it was, and the scores are published.\n${reasons}`)
  }
  if (!built.ok) throw publishFailure(`proximity: ${built.reasons.join('; ')}`, built.brokenPromises)
  if (!built.isPublished) return undefined
  const left = built.filesLeft > 0 ? `, ${built.filesLeft} still to read` : ''
  return `proximity: ${built.filesRead} files read in ${built.seconds.toFixed(1)} s${left}`
}
