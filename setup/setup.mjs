// Prepares this folder: checks Node and Python, installs node_modules and .venv. Plain Node, because nothing is installed yet.
// Skipped in an instant when nothing changed: .setup/ keeps the hash of what each folder was installed from.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamps = join(root, '.setup')
const leastNode = [20, 20]
const leastPython = [3, 10]

function stop(whatIsMissing, whatToDo) {
  console.error(`\nfullhold cannot be set up: ${whatIsMissing}\n  ${whatToDo}`)
  process.exit(1)
}

function isAtLeast([major, minor], [leastMajor, leastMinor]) {
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

function checkNode() {
  const version = process.versions.node.split('.').map(Number)
  if (isAtLeast(version, leastNode)) return
  stop(
    `this is Node ${process.versions.node}, and ${leastNode.join('.')} or newer is needed.`,
    'Install a current Node (your package manager, nvm, or the installer from the Node site) and run the command again.',
  )
}

/** The first usable Python: its command and its version. Stops with what to install when there is none. */
function findPython() {
  const wanted = process.env.FULLHOLD_PYTHON
    ? [process.env.FULLHOLD_PYTHON]
    : ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']
  const seen = []
  for (const command of wanted) {
    const probe = spawnSync(command, ['-c', 'import sys; print(*sys.version_info[:3], sep=".")'], { encoding: 'utf8' })
    if (probe.status !== 0) continue
    const version = probe.stdout.trim()
    seen.push(`${command} is ${version}`)
    if (!isAtLeast(version.split('.').map(Number), leastPython)) continue
    const modules = spawnSync(command, ['-c', 'import venv, ensurepip'], { encoding: 'utf8' })
    if (modules.status === 0) return { command, version }
    stop(
      `${command} (${version}) has no venv module.`,
      `On Debian and Ubuntu: apt install python3-venv. On other systems it comes with Python itself: reinstall Python ${leastPython.join('.')} or newer.`,
    )
  }
  stop(
    seen.length > 0 ? `no Python of at least ${leastPython.join('.')} was found (${seen.join(', ')}).` : 'Python was not found.',
    `Install Python ${leastPython.join('.')} or newer with its venv module, or name one: FULLHOLD_PYTHON=/path/to/python3.`,
  )
}

function hashOf(files, ...more) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file))).update('\0')
  return hash.update(more.join('\0')).digest('hex')
}

function isUpToDate(name, hash, proof) {
  const stamp = join(stamps, name)
  return existsSync(join(root, proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

function writeStamp(name, hash) {
  mkdirSync(stamps, { recursive: true })
  const next = join(stamps, `${name}.${process.pid}`)
  writeFileSync(next, hash)
  renameSync(next, join(stamps, name))
}

/** Runs a command, telling every ten seconds that it still runs; its own output is shown only when it fails. */
function run(title, command, args, cwd = root) {
  const started = Date.now()
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`
  console.log(`  ${title} ...`)
  const still = setInterval(() => console.log(`  ${title} ... ${seconds()}`), 10_000)
  return new Promise((resolve) => {
    const output = []
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(String(error))))
    child.on('close', (code) => {
      clearInterval(still)
      if (code === 0) {
        console.log(`  ${title}: done in ${seconds()}`)
        resolve()
        return
      }
      process.stderr.write(Buffer.concat(output))
      stop(
        `"${[command, ...args].join(' ')}" failed after ${seconds()}.`,
        'What it said is above. Usually the network or the disk: correct it and run the command again.',
      )
    })
  })
}

async function installNodePackages() {
  const hash = hashOf(['package.json', 'package-lock.json'], process.versions.modules, process.platform, process.arch)
  if (isUpToDate('node_modules', hash, 'node_modules/tsx/package.json')) return
  rmSync(join(stamps, 'node_modules'), { force: true })
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  await run('Node packages (npm ci)', npm[0], [...npm.slice(1), 'ci', '--no-progress'])
  writeStamp('node_modules', hash)
}

/** The packages that make the web site: big, so only what needs them asks for them. */
async function installReportPackages() {
  const hash = hashOf(['reports/package.json', 'reports/package-lock.json'], process.versions.modules, process.platform, process.arch)
  if (isUpToDate('reports', hash, 'reports/node_modules/@evidence-dev/evidence/package.json')) return
  rmSync(join(stamps, 'reports'), { force: true })
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const ci = [...npm.slice(1), 'ci', '--no-progress']
  await run('Packages of the reports (npm ci in reports/, about 650 MB)', npm[0], ci, join(root, 'reports'))
  writeStamp('reports', hash)
}

async function installPythonPackages() {
  const python = findPython()
  const hash = hashOf(['requirements.txt'], python.version, process.platform, process.arch)
  if (isUpToDate('venv', hash, '.venv/bin/dbt')) return
  rmSync(join(stamps, 'venv'), { force: true })
  rmSync(join(root, '.venv'), { recursive: true, force: true })
  await run(`Python ${python.version} environment (.venv)`, python.command, ['-m', 'venv', '.venv'])
  await run('Python packages (dbt and DuckDB)', join(root, '.venv/bin/python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--requirement',
    'requirements.txt',
  ])
  writeStamp('venv', hash)
}

/** The tests start a real OpenSSH server. Installed where that is a matter of one command, else those tests are skipped (with CI=true: failed). */
async function installTestServer() {
  if (existsSync('/usr/sbin/sshd')) return
  const canInstall = process.platform === 'linux' && process.getuid() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (canInstall) {
    await run('OpenSSH server for the tests (apt)', 'sh', [
      '-c',
      'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends openssh-server',
    ])
  } else if (process.env.CI === 'true') {
    stop('/usr/sbin/sshd is missing, and with CI=true no test may be skipped.', 'On Debian and Ubuntu: apt install openssh-server.')
  } else {
    console.log(
      '  /usr/sbin/sshd is missing: the tests with a real OpenSSH server are skipped (Debian, Ubuntu: apt install openssh-server)',
    )
  }
}

const unknown = process.argv.slice(2).filter((argument) => !['--tests', '--reports-only'].includes(argument))
if (unknown.length > 0) {
  console.error(`setup: unknown argument ${unknown.join(' ')} (known: --tests, --reports-only)`)
  process.exit(2)
}
const started = Date.now()
checkNode()
if (process.argv.includes('--reports-only')) {
  await installReportPackages()
} else {
  await installNodePackages()
  await installPythonPackages()
}
if (process.argv.includes('--tests')) await installTestServer()
console.log(`set-up is complete (${((Date.now() - started) / 1000).toFixed(1)} s)`)
