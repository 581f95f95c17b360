import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '../../src/core/error.ts';
import type { Home } from './home.ts';
import { isRunning, mayBePostgres, readPidFile, type PidFile } from './pidFile.ts';
import { codeOf, withSession } from './session.ts';

const pauseMs = 50;
const patienceMs = 120_000;

/**
 * The port of the Postgres that already serves this home, left behind by a Dunwell that was killed. A process id
 * proves nothing, so it counts only when it takes our password and names our cluster as its own. One that is on its
 * way up or down is waited for.
 *
 * @throws DomainError `unavailable` when it is on its way for more than two minutes
 */
export async function findLive(home: Home, urlOf: (port: number) => string): Promise<number | undefined> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pauseMs) {
    const file = readPidFile(home.cluster);
    if (!file || !isRunning(file.pid)) return undefined;
    if (!mayBePostgres(file.pid)) return discard(home);
    switch (await look(home, file, urlOf(file.port))) {
      case 'ours':
        return file.port;
      case 'stranger':
        return undefined;
      case 'busy':
        await pause(pauseMs);
    }
  }
  throw stuck(home);
}

/**
 * Postgres would take the program that has the old process id now for itself and refuse to start. Should a server
 * live on after all, its shared memory still keeps a second one out.
 */
function discard(home: Home): undefined {
  rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
}

async function look(home: Home, file: PidFile, url: string): Promise<'ours' | 'stranger' | 'busy'> {
  if (file.status !== 'ready') return 'busy';
  try {
    const folder = await withSession(url, async (sql) => {
      const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
      return row?.folder ?? '';
    });
    return realpathSync(folder) === realpathSync(home.cluster) ? 'ours' : 'stranger';
  } catch (error) {
    return codeOf(error) === cannotConnectNow ? 'busy' : 'stranger';
  }
}

/** SQLSTATE while a server starts, stops or recovers. */
const cannotConnectNow = '57P03';

function stuck(home: Home): DomainError {
  const file = readPidFile(home.cluster);
  return new DomainError(
    'unavailable',
    `The Postgres that serves ${home.folder} (process ${file?.pid ?? 'unknown'}) has been ${file?.status ?? 'changing'} for two minutes: look into ${home.log}, and start Dunwell again when it is done.`,
  );
}
