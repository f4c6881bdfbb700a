/** The rows of a query result as a plain array; empty while there are none. */
export function rowsOf(result) {
  if (!result) return []
  return Array.isArray(result) ? result : Array.from(result)
}
