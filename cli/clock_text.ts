/** Seconds as people say them, `8:51`; undefined for null. */
export function clockText(seconds: number | null): string | undefined {
  if (seconds === null) return undefined
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
