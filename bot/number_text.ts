/** A number with so many decimals; unknown is a dash. */
export function numberText(value: number | null | undefined, decimals = 0): string {
  return value === null || value === undefined ? '–' : value.toFixed(decimals)
}

/** A share with its sign; unknown is a dash without one. */
export function percentText(value: number | null | undefined, decimals = 0): string {
  return value === null || value === undefined ? '–' : `${numberText(value, decimals)}%`
}
