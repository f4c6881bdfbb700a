import { type DiscordMessage, instantOfSnowflake, snowflake } from './discord_messages.ts'
import type { GametimesFile } from './leave_traces.ts'
import { addDays, offsetAt } from './local_clock.ts'
import type { ProximityFile } from './proximity/leave_proximity_files.ts'
import type { SimulatedFile } from './simulate_season.ts'

const dayMs = 86_400_000

/**
 * Yields a season's files again and again, `copies` times, each copy `daysApart` days after the one before: names shifted, bytes the same.
 * Local wall clocks stay as they were, so that across a change of daylight saving time `writtenAt` may be an hour off the name.
 */
export function* replicateSeason(files: readonly SimulatedFile[], copies: number, daysApart: number): Generator<SimulatedFile> {
  for (let copy = 0; copy < copies; copy += 1) {
    for (const file of files)
      yield { ...file, file_name: shiftName(file.file_name, copy * daysApart), writtenAt: file.writtenAt + copy * daysApart * dayMs }
  }
}

/**
 * Yields a season's gametimes files as `replicateSeason` yields its stats files: the times in names and contents shifted so that clocks of `timeZone` show the same on every copy,
 * and a copy's rounds still end when the names of its stats files say.
 */
export function* replicateGametimes(
  files: readonly GametimesFile[],
  copies: number,
  daysApart: number,
  timeZone: string,
): Generator<GametimesFile> {
  for (let copy = 0; copy < copies; copy += 1) {
    const days = copy * daysApart
    for (const file of files)
      yield {
        ...file,
        file_name: shiftUnix(file.file_name, days, timeZone),
        bytes: days === 0 ? file.bytes : Buffer.from(shiftUnix(Buffer.from(file.bytes).toString('utf8'), days, timeZone), 'utf8'),
        writtenAt: shiftInstant(file.writtenAt, days, timeZone),
      }
  }
}

/** Yields a season's proximity files in the same way: the dates of names and the two instants of headers are shifted. Keeps the bytes of one season in memory. */
export function* replicateProximity(
  files: readonly ProximityFile[],
  copies: number,
  daysApart: number,
  timeZone: string,
): Generator<ProximityFile> {
  const kept = new Map<ProximityFile, Buffer>()
  const bytesOf = (file: ProximityFile): Buffer => {
    const bytes = kept.get(file) ?? Buffer.from(file.read())
    kept.set(file, bytes)
    return bytes
  }
  for (let copy = 0; copy < copies; copy += 1) {
    const days = copy * daysApart
    for (const file of files) {
      const shifted = (): Uint8Array => {
        const bytes = bytesOf(file)
        const header = bytes.subarray(0, bytes.indexOf('# ENGAGEMENTS'))
        return Buffer.concat([
          Buffer.from(shiftUnix(header.toString('latin1'), days, timeZone), 'latin1'),
          bytes.subarray(header.byteLength),
        ])
      }
      yield {
        ...file,
        file_name: shiftName(file.file_name, days),
        read: days === 0 ? () => bytesOf(file) : shifted,
        writtenAt: shiftInstant(file.writtenAt, days, timeZone),
      }
    }
  }
}

/** Yields a season's messages in the same way: ids, timestamps, the times of payloads and the names in filename messages are shifted. */
export function* replicateMessages(
  messages: readonly DiscordMessage[],
  copies: number,
  daysApart: number,
  timeZone: string,
): Generator<DiscordMessage> {
  for (let copy = 0; copy < copies; copy += 1) {
    const days = copy * daysApart
    for (const message of messages) {
      const { id, content, embeds } = message
      const sentAt = shiftInstant(instantOfSnowflake(id), days, timeZone)
      yield {
        ...message,
        id: snowflake(sentAt, Number(BigInt(id) & 4_194_303n)),
        timestamp: new Date(sentAt).toISOString().replace('Z', '000+00:00'),
        content: content.replace(/\d{4}-\d{2}-\d{2}(?=-\d{6}-)/, (date) => addDays(date, days)),
        embeds: days === 0 ? embeds : (JSON.parse(shiftUnix(JSON.stringify(embeds), days, timeZone)) as unknown[]),
      }
    }
  }
}

/** Whole days that a season spans, with one to spare: copies that far apart never overlap. */
export function daysSpannedBy(files: readonly { writtenAt: number }[]): number {
  const instants = files.map((file) => file.writtenAt)
  const [first, last] = instants.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [Number.POSITIVE_INFINITY, 0])
  return files.length === 0 ? 1 : Math.ceil((last - first) / dayMs) + 2
}

function shiftName(name: string, days: number): string {
  return addDays(name.slice(0, 10), days) + name.slice(10)
}

/** Shifts every number of ten digits that stands alone: seconds since 1970 of our century, which is all that has such a length in payloads. */
function shiftUnix(text: string, days: number, timeZone: string): string {
  return text.replace(/(?<!\w)1[5-9]\d{8}(?!\w)/g, (unix) => String(shiftInstant(Number(unix) * 1_000, days, timeZone) / 1_000))
}

/** The instant at which clocks of a zone show, some days later, what they show at an instant. */
function shiftInstant(instant: number, days: number, timeZone: string): number {
  const shown = instant + offsetAt(instant, timeZone) + days * dayMs
  const guess = shown - offsetAt(shown, timeZone)
  return days === 0 ? instant : shown - offsetAt(guess, timeZone)
}
