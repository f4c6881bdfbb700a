import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [process.env.FULLHOLD_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter(
  (place) => place !== undefined,
)

/** A real headless Chromium that asks nobody anything by itself. Installs Debian's package as root; throws with what to do when there is none. */
export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium() ?? installChromium()
  if (executablePath === undefined) throw new Error('there is no Chromium: apt-get install chromium, or name one in FULLHOLD_CHROMIUM')
  return await chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Whether a browser can be had here: it is here, or it can be installed. Where CI=true it must be. */
export function hasChromium(): boolean {
  return process.env.CI === 'true' || findChromium() !== undefined || process.getuid?.() === 0
}

function findChromium(): string | undefined {
  return places.find((place) => existsSync(place))
}

function installChromium(): string | undefined {
  if (process.getuid?.() !== 0) return undefined
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return findChromium()
}
