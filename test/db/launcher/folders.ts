import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openHome } from '../../../db/launcher/home.ts';
import { asServer } from '../../../db/launcher/run.ts';
import {
  startEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedPostgres,
} from '../../../db/launcher/start.ts';
import { makeFolder, removeFolder, shelterOf } from '../../support/postgres/folder.ts';
import { silent, unsynced } from '../../support/postgres/throwaway.ts';

/** A data folder for one test; what runs in it at the end is stopped, and it is removed. */
export function emptyFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => {
    endServer(folder);
    removeFolder(folder);
  });
  return folder;
}

/** Data folders with a stopped Postgres in them, copied from one that the file makes once. */
export function startedBefore(): () => string {
  const original = makeFolder();
  beforeAll(async () => {
    const server = await start({ folder: original });
    await server.stop();
  });
  afterAll(() => removeFolder(original));
  return () => {
    const folder = emptyFolder();
    copyHome(original, folder);
    return folder;
  };
}

/** The server's account copies its own files: to copy them as root and give them away takes much longer. */
function copyHome(from: string, to: string): void {
  const home = openHome(to, shelterOf(to));
  execFileSync('cp', ['-R', join(from, 'postgres', 'cluster'), home.cluster], asServer(home));
  copyFileSync(join(from, 'postgres', 'secret'), join(home.path, 'secret'));
}

export function start(
  options: Partial<EmbeddedOptions> & { readonly folder: string },
): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ log: silent, shelter: shelterOf(options.folder), ...unsynced, ...options });
}

/** The process id of the server in a folder, if it has one. */
export function serverIn(folder: string): number | undefined {
  const file = join(folder, 'postgres', 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/** At once, and leaving nothing in the system's shared memory. */
export function endServer(folder: string): void {
  const pid = serverIn(folder);
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It had gone already, and its file is from before.
  }
}
