/** A number as people read it, with thin grouping and a fixed number of digits. Null and undefined have no text. */
export function numberText(value, digits = 0) {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined
  return Number(value).toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
