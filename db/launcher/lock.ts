import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { DomainError } from '../../src/core/error.ts';
import type { Home } from './home.ts';
import type { Log } from './log.ts';
import { codeOf, sessionOptions, withSession } from './session.ts';

/** A killed holder's connection is closed within this time; a live holder keeps the lock for longer. */
const waitMs = 1000;

export interface InstanceLock {
  /** Does a last piece of work under the lock, then gives it up. */
  readonly release: (last: () => Promise<void>) => Promise<void>;
}

/**
 * One Dunwell per data folder: an advisory lock on a connection of its own. The operating system closes the
 * connections of a killed process, so the lock dies with its holder and there is no stale one to recognise.
 * Answers `undefined` when the server goes away meanwhile, because the holder is stopping it.
 *
 * @throws DomainError `conflict` naming the process that holds the lock
 */
export async function takeInstanceLock(home: Home, url: string, log: Log): Promise<InstanceLock | undefined> {
  const hold = { wanted: true, taken: false };
  const sql = postgres(url, {
    ...sessionOptions,
    connection: { application_name: `dunwell ${process.pid}`, lock_timeout: waitMs },
    onclose: () => {
      if (hold.wanted && hold.taken)
        retake(sql, hold, log).catch((error: unknown) => log.warn(String(error)));
    },
  });
  const outcome = await tryLock(sql);
  if (outcome === 'taken') {
    hold.taken = true;
    return { release: (last) => release(sql, hold, last) };
  }
  await sql.end({ timeout: 1 });
  if (outcome === 'held by another') throw await alreadyRuns(home, url);
  return undefined;
}

interface Hold {
  wanted: boolean;
  taken: boolean;
}

async function tryLock(sql: Sql): Promise<'taken' | 'held by another' | 'no server'> {
  try {
    await sql`select pg_advisory_lock(hashtext('dunwell instance'))`;
    return 'taken';
  } catch (error) {
    if (codeOf(error) === lockNotAvailable) return 'held by another';
    if (serverGone.has(codeOf(error) ?? '')) return 'no server';
    throw error;
  }
}

/** When Postgres restarts its sessions after a crash of its own, the lock is lost without our doing. */
async function retake(sql: Sql, hold: Hold, log: Log): Promise<void> {
  hold.taken = false;
  while (hold.wanted && !hold.taken) {
    const outcome = await tryLock(sql).catch(() => 'no server' as const);
    hold.taken = outcome === 'taken';
    if (outcome === 'held by another')
      log.warn('Another Dunwell has taken over this data folder: stop one of the two.');
    await pause(500, undefined, { ref: false });
  }
}

async function release(sql: Sql, hold: Hold, last: () => Promise<void>): Promise<void> {
  hold.wanted = false;
  try {
    await last();
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function alreadyRuns(home: Home, url: string): Promise<DomainError> {
  const [holder] = await withSession(
    url,
    (sql) => sql<{ name: string; since: Date }[]>`
      select a.application_name as name, a.backend_start as since
      from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and a.datname = current_database()`,
  );
  const who = holder
    ? ` (${holder.name.replace('dunwell', 'process')}, since ${holder.since.toISOString()})`
    : '';
  return new DomainError(
    'conflict',
    `Another Dunwell already runs on the data folder ${home.folder}${who}: stop that one, or set DUNWELL_DATA and PORT for this one.`,
  );
}

const lockNotAvailable = '55P03';

/** The server stops or has stopped: its own two codes, the system's, and those of the client library. */
const serverGone = new Set([
  '57P01',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
]);
