import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { findLive } from './live.ts';
import { takeInstanceLock, type InstanceLock } from './lock.ts';
import type { Log } from './log.ts';
import { choosePort, rememberPort } from './port.ts';
import { startServer, stopServer, type Settings } from './server.ts';

export interface Site {
  readonly home: Home;
  readonly binaries: Binaries;
  /** The superuser's address on a port. */
  readonly urlOf: (port: number) => string;
  /** The port asked for, or 0. */
  readonly wanted: number;
  readonly settings: Settings;
  readonly log: Log;
}

export interface Served {
  readonly port: number;
  readonly lock: InstanceLock;
  /** Whether the server was running already. */
  readonly adopted: boolean;
}

/**
 * Finds or starts the server of a home, and makes it ours alone. Begins again when the server was on its way down,
 * or has to move to the port that is wanted now.
 */
export async function serve(site: Site): Promise<Served> {
  const { home, binaries, urlOf, wanted, log } = site;
  const live = await findLive(home, urlOf);
  const port = live ?? (await launch(site));
  const lock = await takeInstanceLock(home, urlOf(port), log);
  if (lock && (wanted === 0 || wanted === port)) {
    log.info(
      `Postgres ${live === undefined ? 'started' : 'was still running'} on 127.0.0.1:${port}, files in ${home.path}`,
    );
    return { port, lock, adopted: live !== undefined };
  }
  await lock?.release(() => stopServer(home, binaries));
  return serve(site);
}

/** Of two first starts at once one wins; the other goes on to the winner's server, and to its lock. */
async function launch({ home, binaries, urlOf, wanted, settings, log }: Site): Promise<number> {
  const port = await choosePort(home, wanted);
  try {
    await startServer(home, binaries, port, settings, log);
  } catch (error) {
    const winner = await findLive(home, urlOf);
    if (winner !== undefined) return winner;
    throw error;
  }
  rememberPort(home, port);
  return port;
}
