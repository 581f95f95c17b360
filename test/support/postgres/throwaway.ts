import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../db/launcher/start.ts';
import { abandonedFolders, makeFolder, removeFolder, shelterOf } from './folder.ts';

export interface Throwaway {
  readonly server: EmbeddedPostgres;
  /** Stops the server and removes its folder. */
  readonly remove: () => Promise<void>;
}

/** A Postgres for one test run: nothing in it has to outlive a power cut, so nothing waits for the disk. */
export async function startThrowaway(): Promise<Throwaway> {
  const folder = makeFolder();
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
  for (const folder of abandonedFolders()) {
    const server = await start(folder).catch(() => undefined);
    await server?.stop();
    removeFolder(folder);
  }
}

/** A test's files need not survive the machine. */
export const unsynced = { initdbOptions: ['--no-sync'], settings: { fsync: 'off' } };

export const silent = { info: () => undefined, warn: () => undefined };

function start(folder: string): Promise<EmbeddedPostgres> {
  const settings = { ...unsynced.settings, ...hasty };
  return startEmbeddedPostgres({ folder, shelter: shelterOf(folder), log: silent, ...unsynced, settings });
}

/** Commits do not even wait for the write, so a kill would lose some. */
const hasty = {
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
};
