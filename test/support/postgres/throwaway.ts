import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../db/launcher/start.ts';

export interface Throwaway {
  readonly server: EmbeddedPostgres;
  /** Stops the server and removes its folder. */
  readonly remove: () => Promise<void>;
}

/** A Postgres for one test run: nothing in it has to outlive a power cut, so nothing waits for the disk. */
export async function startThrowaway(): Promise<Throwaway> {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Open to the account that Postgres runs as when the tests run as root.
  chmodSync(folder, 0o711);
  try {
    const server = await start(folder);
    return { server, remove: () => server.stop().finally(() => removeFolder(folder)) };
  } catch (error) {
    removeFolder(folder);
    throw error;
  }
}

/** A killed test run leaves its server running and its folder behind. */
export async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(isAbandoned)) {
    const folder = join(tmpdir(), name);
    const server = await start(folder).catch(() => undefined);
    await server?.stop();
    removeFolder(folder);
  }
}

const prefix = 'dunwell-test-';

const silent = { info: () => undefined, warn: () => undefined };

function start(folder: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    folder,
    log: silent,
    shelter: shelterOf(folder),
    initdbOptions: ['--no-sync'],
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      checkpoint_timeout: '1h',
      max_wal_size: '4GB',
    },
  });
}

/** The folder's name carries the process id of its test run. */
function isAbandoned(name: string): boolean {
  const runner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
  if (runner === undefined) return false;
  try {
    process.kill(Number(runner), 0);
    return false;
  } catch {
    return true;
  }
}

function removeFolder(folder: string): void {
  for (const path of [folder, shelterOf(folder)]) rmSync(path, { recursive: true, force: true });
}

/** Needed only where the folder for temporary files is closed to other accounts. */
function shelterOf(folder: string): string {
  return join('/tmp', `shelter-of-${basename(folder)}`);
}
