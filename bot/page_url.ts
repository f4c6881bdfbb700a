/** The address of a page of the web site; undefined when no site is configured. */
export function pageUrl(reportUrl: string | undefined, path: string | null): string | undefined {
  if (!reportUrl || path === null) return undefined
  return new URL(path, reportUrl.endsWith('/') ? reportUrl : `${reportUrl}/`).href
}
