import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../src/core/error.ts';
import type { Binaries } from './binaries.ts';
import { handOver, writable, type Home } from './home.ts';
import { isRunning } from './pidFile.ts';
import { lastLines, run } from './run.ts';

/**
 * Makes the cluster where there is none. It is made aside and renamed, so that a first start that was interrupted,
 * or two at once, never leave half a cluster.
 *
 * @throws DomainError `unavailable` when initdb fails, or the cluster is of another major version
 */
export async function ensureCluster(
  home: Home,
  binaries: Binaries,
  password: string,
  options: readonly string[] = [],
): Promise<void> {
  if (existsSync(home.cluster)) return checkMajor(home, binaries);
  removeAbandoned(home);
  const draft = `${home.cluster}-${process.pid}`;
  const result = await withPasswordFile(home, password, (file) =>
    run(binaries.initdb, [...initdbOptions(draft, file), ...options], home),
  );
  if (!result.ok) {
    rmSync(draft, { recursive: true, force: true });
    throw failed(home, result.output);
  }
  keep(draft, home);
}

/**
 * The built-in locale sorts by code point, knows the letters of every alphabet and needs nothing of the system, so
 * that a cluster behaves the same on every machine.
 */
function initdbOptions(cluster: string, passwordFile: string): string[] {
  const sorting = '--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8';
  return [
    `--pgdata=${cluster}`,
    `--pwfile=${passwordFile}`,
    ...`--username=postgres --auth=scram-sha-256 --encoding=UTF8 ${sorting} --no-instructions`.split(' '),
  ];
}

async function withPasswordFile<T>(
  home: Home,
  password: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const path = join(home.path, `password-${process.pid}`);
  writable(home.folder, () => {
    writeFileSync(path, password, { mode: 0o600 });
    handOver(path, home.account);
  });
  try {
    return await work(path);
  } finally {
    rmSync(path);
  }
}

function keep(draft: string, home: Home): void {
  try {
    renameSync(draft, home.cluster);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(home.cluster)) throw error;
  }
}

/** Drafts of first starts that were killed; a draft's name ends in the process id of its maker. */
function removeAbandoned(home: Home): void {
  for (const name of readdirSync(home.path)) {
    const maker = /^(?:cluster|password|secret)-(\d+)$/.exec(name)?.[1];
    if (maker && !isRunning(Number(maker))) rmSync(join(home.path, name), { recursive: true });
  }
}

function checkMajor(home: Home, binaries: Binaries): void {
  const major = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  if (major === binaries.major) return;
  throw new DomainError(
    'unavailable',
    `The data folder ${home.folder} was made by Postgres ${major}, and this Dunwell brings Postgres ${binaries.major}, which cannot read it: start it with the Dunwell that made it and carry the database over with pg_dump, or name another data folder.`,
  );
}

function failed(home: Home, output: string): DomainError {
  return new DomainError(
    'unavailable',
    `Postgres could not make its files in ${home.folder}. Its last words:\n${lastLines(output)}\nFree some disk space or name another data folder, then start again.`,
  );
}
