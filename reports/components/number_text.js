/** A number as people read it, with thin grouping and a fixed number of digits. Null and undefined have no text. */
export function numberText(value, digits = 0) {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined
  // no minus before what rounds to 0
  const text = Number(value).toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}

/** Digits after the point with which a number of a unit is shown. */
export function digitsOf(unit) {
  if (['ratio', 'kills/min', 'revives/min'].includes(unit)) return 2
  return ['kills', 'damage', 'revives', 'gibs', 'rounds'].includes(unit) ? 0 : 1
}

/** Seconds as people say them, 8:51, by the rule of every text that is made in SQL (whole seconds, cut off). Null and undefined have no text. */
export function clockText(seconds) {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return undefined
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
