import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const lineSchema = z.tuple([z.string(), z.string(), z.string(), z.string()])

/** What a file looked like: size and time of its last change, as its source says. */
export type Looks = string

/** Which files of which source were fetched and landed, so that none is fetched twice. Losing it costs a second fetch, never a file. */
export type FetchedFiles = {
  looksOf: (server: string, sourceName: string, fileName: string) => Looks | undefined
  /** Remembers files whose rows are committed. */
  add: (files: { server: string; sourceName: string; fileName: string; looks: Looks }[]) => void
}

/** Opens the list in a file that only this process writes; a line that a kill tore is skipped. */
export function openFetchedFiles(path: string): FetchedFiles {
  const looksOfKey = new Map<string, Looks>()
  let lines = 0
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const read = readLine(line)
    if (!read) continue
    const [server, sourceName, fileName, looks] = read
    looksOfKey.set(keyOf(server, sourceName, fileName), looks)
    lines += 1
  }
  mkdirSync(dirname(path), { recursive: true })
  if (lines > 2 * looksOfKey.size + 1000) {
    writeFileSync(`${path}.next`, [...looksOfKey].map(([key, looks]) => textOf([...key.split('\n'), looks])).join(''))
    renameSync(`${path}.next`, path)
  } else if (lines > 0) {
    // a torn last line ends here
    appendFileSync(path, '\n')
  }
  return {
    looksOf: (server, sourceName, fileName) => looksOfKey.get(keyOf(server, sourceName, fileName)),
    add(files) {
      if (files.length === 0) return
      for (const { server, sourceName, fileName, looks } of files) looksOfKey.set(keyOf(server, sourceName, fileName), looks)
      appendFileSync(path, files.map(({ server, sourceName, fileName, looks }) => textOf([server, sourceName, fileName, looks])).join(''))
    },
  }
}

function keyOf(...parts: [server: string, sourceName: string, fileName: string]): string {
  return parts.join('\n')
}

function textOf(parts: string[]): string {
  return `${JSON.stringify(parts)}\n`
}

function readLine(line: string): z.output<typeof lineSchema> | undefined {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
