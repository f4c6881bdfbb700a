const titles = { all_time: 'All time', last_30_days: 'Last 30 days' }

/** The periods that rows speak of, as options of a choice: all time, the last 30 days, then the seasons, newest first. */
export function periodOptions(rows) {
  const periods = [...new Set(rows.map(({ period }) => period))]
  const rank = (period) => (period === 'all_time' ? 0 : period === 'last_30_days' ? 1 : 2)
  return periods
    .sort((one, other) => rank(one) - rank(other) || (one < other ? 1 : -1))
    .map((value) => ({ value, title: titles[value] ?? value.replace('-', ' ') }))
}
