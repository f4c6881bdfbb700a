/** Names with commas between them, in lines of about 80 characters, so that a long list can be cut between names. */
export function joinNames(names: string[]): string[] {
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + name.length < 80) lines[lines.length - 1] = `${last}, ${name}`
    else lines.push(name)
  }
  return lines
}
