// Makes the pages of compiled code anew from the data that lies there now, without compiling anything. Runs in Evidence's template folder.
import { pathToFileURL } from 'node:url'

const { default: prerender } = await import(
  pathToFileURL(`${process.cwd()}/../../node_modules/@sveltejs/kit/src/core/postbuild/prerender.js`).href
)
const out = `${process.cwd()}/.svelte-kit/output`
const manifestPath = `${out}/server/manifest-full.js`
const { manifest } = await import(pathToFileURL(manifestPath).href)
const routes = new Map(manifest._.routes.map(({ id, page }) => [id, { prerender: page ? 'auto' : undefined }]))
await prerender({ out, manifest_path: manifestPath, metadata: { routes }, verbose: false, env: {} })
process.exit(0)
