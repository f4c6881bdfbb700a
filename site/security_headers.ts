import { createHash } from 'node:crypto'

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

/**
 * Headers that let a page load from this server alone and run only the scripts that were written into it when the site was made: each inline script is
 * allowed by its hash, so markup that somebody smuggled in would not run. `wasm-unsafe-eval` compiles DuckDB's WebAssembly and allows no JavaScript.
 */
export function securityHeaders(html: string | undefined): Record<string, string> {
  if (html === undefined) return { ...always, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  )
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${[...new Set(hashes)].join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return { ...always, 'content-security-policy': policy.join('; ') }
}
