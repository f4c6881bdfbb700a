import { rowsOf } from './rows_of.js'

const isUnread = (result) => Boolean(result) && 'dataLoaded' in result && !result.dataLoaded

/** Why a page has nothing of proximity to show, as a sentence; undefined where it has. */
export function whyNoProximity(build, rows, about) {
  const [state] = rowsOf(build)
  const found = rowsOf(rows)
  if (isUnread(build) || isUnread(rows)) return 'Reading the tables…'
  if (!state || state.asked_file_count === 0) return 'Unavailable: no proximity files were landed.'
  if (found.length > 0) return undefined
  const left = state.asked_file_count - state.done_file_count
  return `Unavailable: no proximity file is linked to ${about}${left > 0 ? `; ${left} files are still to be read` : ''}.`
}
