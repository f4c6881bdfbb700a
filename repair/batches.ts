/** A change of one row whose links may be held by another row of the same change set. */
type Linked = { table: string; row_key: string; set: { round_id?: { from: string | null; to: string | null } | undefined } }

/**
 * Changes in batches of about `size`. Rows that hand a link to each other (one gives up the round that another takes) are in one batch,
 * so that no state between two batches has a link too few or breaks its uniqueness.
 */
export function batchesOf<Change extends Linked>(changes: Change[], size: number): Change[][] {
  const batches: Change[][] = []
  let batch: Change[] = []
  for (const group of groupsOf(changes)) {
    if (batch.length > 0 && batch.length + group.length > size) {
      batches.push(batch)
      batch = []
    }
    batch.push(...group)
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

/** Changes that share a link, directly or through others, in the order of the first of each group. */
function groupsOf<Change extends Linked>(changes: Change[]): Change[][] {
  const groupOfLink = new Map<string, Change[]>()
  const groups = new Set<Change[]>()
  for (const change of changes) {
    const touched = new Set(linksOf(change).flatMap((link) => (groupOfLink.has(link) ? [groupOfLink.get(link)!] : [])))
    const [target = [], ...others] = touched
    for (const other of others) {
      target.push(...other)
      groups.delete(other)
    }
    target.push(change)
    groups.add(target)
    for (const link of target.flatMap(linksOf)) groupOfLink.set(link, target)
  }
  return [...groups]
}

function linksOf({ table, set }: Linked): string[] {
  return [set.round_id?.from, set.round_id?.to].flatMap((link) => (link == null ? [] : [`${table} ${link}`]))
}
