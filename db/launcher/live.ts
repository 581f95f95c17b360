import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { DomainError } from '../../src/core/error.ts';
import type { Home } from './home.ts';
import { isRunning, mayBePostgres, readPidFile, type PidFile } from './pidFile.ts';
import { codeOf, withSession } from './session.ts';

const patienceMs = 120_000;

/** A process that is being killed keeps its id for a moment, and no longer listens. */
const silenceMs = 5000;

/**
 * The port of the Postgres that already serves this home, left behind by a Dunwell that was killed. A process id
 * proves nothing, so it counts only when it takes our password and names our cluster as its own. One that is on its
 * way up or down is waited for.
 *
 * @throws DomainError `unavailable` when it is on its way for more than two minutes
 */
export async function findLive(home: Home, urlOf: (port: number) => string): Promise<number | undefined> {
  const began = performance.now();
  for (;;) {
    const file = readPidFile(home.cluster);
    if (!file || !isRunning(file.pid)) return undefined;
    if (!mayBePostgres(file.pid)) return discard(home);
    const state = await look(home, file, urlOf(file.port));
    if (state === 'ours') return file.port;
    const waitedMs = performance.now() - began;
    if (state === 'stranger' || (state === 'silent' && waitedMs > silenceMs)) return undefined;
    if (waitedMs > patienceMs) throw stuck(home, file);
    await pause(50);
  }
}

/**
 * Postgres would take the program that has the old process id now for itself and refuse to start. Should a server
 * live on after all, its shared memory still keeps a second one out.
 */
function discard(home: Home): undefined {
  rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
}

async function look(
  home: Home,
  file: PidFile,
  url: string,
): Promise<'ours' | 'stranger' | 'busy' | 'silent'> {
  if (file.status !== 'ready') return 'busy';
  try {
    const folder = await withSession(url, folderOf);
    return realpathSync(folder) === realpathSync(home.cluster) ? 'ours' : 'stranger';
  } catch (error) {
    if (codeOf(error) === cannotConnectNow) return 'busy';
    return error instanceof postgres.PostgresError ? 'stranger' : 'silent';
  }
}

async function folderOf(sql: Sql): Promise<string> {
  const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
  return row?.folder ?? '';
}

/** SQLSTATE while a server starts, stops or recovers. */
const cannotConnectNow = '57P03';

function stuck(home: Home, { pid, status }: PidFile): DomainError {
  return new DomainError(
    'unavailable',
    `The Postgres that serves ${home.folder} (process ${pid}) has been ${status} for two minutes: look into ${home.log}, and start Dunwell again when it is done.`,
  );
}
