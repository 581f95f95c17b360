import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '../../src/core/error.ts';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import type { Log } from './log.ts';
import { asServer, lastLines, run } from './run.ts';

/** Run-time parameters of Postgres by name; values without spaces or quotes. */
export type Settings = Readonly<Record<string, string>>;

/** Seconds. A start after a crash replays the log first, and nothing is gained by giving up on it. */
const patience = 24 * 60 * 60;

/** When Postgres' first process is killed, the others need a moment to see it and let go of the shared memory. */
const orphanAttempts = 40;

/** Reached over TCP on this machine only: a socket file's path may be too long inside a deep data folder. */
const reachedHereOnly: Settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/**
 * Starts Postgres in a session of its own, so that Ctrl-C reaches Dunwell and not its database, and waits until it
 * takes connections.
 *
 * @throws DomainError `unavailable` with the last lines of its log when it does not start
 */
export async function startServer(
  home: Home,
  binaries: Binaries,
  port: number,
  settings: Settings,
  log: Log,
): Promise<void> {
  const options = Object.entries({ ...settings, ...reachedHereOnly, port: String(port) })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const args = ['start', '--log', home.log, '--timeout', String(patience), '--options', options];
  await withReminder(log, async () => {
    for (let attempt = 1; !(await attemptStart(home, binaries, args)); attempt++) {
      if (attempt === orphanAttempts || !logged(home).includes('is still in use')) throw startFailed(home);
      await pause(250);
    }
  });
}

/** Stops Postgres in its fast mode: open transactions are rolled back, everything committed is safe on disk. */
export async function stopServer(home: Home, binaries: Binaries): Promise<void> {
  const args = ['stop', '--pgdata', home.cluster, '--mode', 'fast', '--wait', '--timeout', String(patience)];
  const { ok, output } = await run(binaries.pgCtl, args, home);
  if (!ok && existsSync(`${home.cluster}/postmaster.pid`)) {
    throw new DomainError(
      'unavailable',
      `The embedded Postgres in ${home.folder} did not stop: ${lastLines(output)}`,
    );
  }
}

/** Starts on a fresh log; the one before is kept, as it may tell of a crash. */
async function attemptStart(home: Home, binaries: Binaries, args: readonly string[]): Promise<boolean> {
  if (existsSync(home.log)) renameSync(home.log, `${home.log}.1`);
  return pgCtl(home, binaries, args);
}

/** Takes no output, because on some systems the server that it leaves behind would hold that open. */
async function pgCtl(home: Home, binaries: Binaries, args: readonly string[]): Promise<boolean> {
  const child = spawn(binaries.pgCtl, ['--wait', '--silent', '--pgdata', home.cluster, ...args], {
    ...asServer(home),
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}

async function withReminder<T>(log: Log, work: () => Promise<T>): Promise<T> {
  const reminder = setInterval(
    () => log.info('Postgres is still starting; after a crash it first replays its log.'),
    10_000,
  );
  try {
    return await work();
  } finally {
    clearInterval(reminder);
  }
}

function startFailed(home: Home): DomainError {
  return new DomainError(
    'unavailable',
    `The embedded Postgres in ${home.folder} did not start. The end of its log, ${home.log}:\n${lastLines(logged(home))}`,
  );
}

function logged(home: Home): string {
  return existsSync(home.log) ? readFileSync(home.log, 'utf8') : '(nothing)';
}
