/** The rows of a query result as a plain array; empty while they are not read yet. A result that was not asked for is asked for by this. */
export function rowsOf(result) {
  if (!result) return []
  if (!('dataLoaded' in result)) return Array.from(result)
  if (!result.dataLoaded) result.fetch()
  // an empty result answers for its first row with a stand-in, so only what its length tells is read
  return result.dataLoaded ? Array.from({ length: result.length }, (_, index) => result[index]) : []
}
