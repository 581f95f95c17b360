import { prepareBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { openHome, openSecret } from './home.ts';
import type { Log } from './log.ts';
import { databaseName, ensureOwner, ownerRole } from './owner.ts';
import { serve } from './serve.ts';
import { stopServer, type Settings } from './server.ts';
import { passwordsFrom, superuser, urlFor } from './urls.ts';

export interface EmbeddedPostgres {
  /** The database `dunwell` as the role that migrates. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  readonly port: number;
  /** Whether the server was already running, left behind by a Dunwell that was killed. */
  readonly adopted: boolean;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** The data folder; everything is kept in `postgres` inside it. */
  readonly folder: string;
  /** 0, the default, is the port of the last time or any free one. */
  readonly port?: number;
  readonly log: Log;
  /** Where root keeps the cluster when the data folder is closed to the account that Postgres runs as. */
  readonly shelter?: string;
  /** Run-time parameters of Postgres beyond the usual ones. */
  readonly settings?: Settings;
  /** Further options for initdb, when the cluster is made. */
  readonly initdbOptions?: readonly string[];
}

/**
 * Starts the Postgres that comes with Dunwell, or adopts the one that a killed Dunwell left running.
 *
 * @throws DomainError `conflict` for a taken port or a second Dunwell on the folder, `unavailable` for a folder,
 * platform, version or disk that does not allow it
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { folder, port = 0, log, shelter = '/var/lib/dunwell', settings, initdbOptions } = options;
  const home = openHome(folder, shelter);
  const binaries = await prepareBinaries(home);
  const passwordOf = passwordsFrom(openSecret(home));
  const urlOf = (at: number): string => urlFor(superuser, passwordOf(superuser), at, 'postgres');
  await ensureCluster(home, binaries, passwordOf(superuser), initdbOptions);
  const served = await serve({
    home,
    binaries,
    urlOf,
    wanted: port,
    settings: { ...quiet, ...settings },
    log,
  });
  const stop = once(() => served.lock.release(() => stopServer(home, binaries)));
  try {
    await ensureOwner(urlOf(served.port), passwordOf(ownerRole));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ownerUrl: urlFor(ownerRole, passwordOf(ownerRole), served.port, databaseName),
    superuserUrl: urlOf(served.port),
    port: served.port,
    adopted: served.adopted,
    stop,
  };
}

/** Compiling queries costs more than it saves here, and a note on every checkpoint would fill the log. */
const quiet: Settings = { jit: 'off', log_checkpoints: 'off' };

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
