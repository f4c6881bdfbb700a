const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

/** What a clock on the wall of `timeZone` shows at an instant (ms since 1970, UTC), as file names carry it: `YYYY-MM-DD-HHMMSS`. */
export function localStamp(instant: number, timeZone: string): string {
  const shown = new Date(instant + offsetAt(instant, timeZone)).toISOString()
  return `${shown.slice(0, 10)}-${shown.slice(11, 19).replaceAll(':', '')}`
}

/** The instant (ms since 1970, UTC) at which clocks of `timeZone` show a date (`YYYY-MM-DD`) and time (`HH:MM`); the earlier one where there are two. */
export function instantOfLocalTime(date: string, time: string, timeZone: string): number {
  const shown = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(shown)) throw new Error(`Not a date and time: ${date} ${time}`)
  const readings = [offsetAt(shown - 86_400_000, timeZone), offsetAt(shown + 86_400_000, timeZone)].map((offset) => shown - offset)
  const sound = readings.filter((instant) => instant + offsetAt(instant, timeZone) === shown)
  return Math.min(...(sound.length > 0 ? sound : readings))
}

/** The date `days` after a date (`YYYY-MM-DD`). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whether a date is the day on which Europe sets its clocks back: the last Sunday of October. */
export function isLastSundayOfOctober(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return day.getUTCMonth() === 9 && day.getUTCDay() === 0 && day.getUTCDate() >= 25
}

/** How far clocks of `timeZone` are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / 900_000)
  const key = `${timeZone}|${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const start = quarter * 900_000
  const parts = formatterOf(timeZone).formatToParts(start)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  offsets.set(key, shown - start)
  return shown - start
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, formatter)
  return formatter
}
