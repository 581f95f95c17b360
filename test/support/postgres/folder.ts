import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'dunwell-test-';

/**
 * In memory where there is room: a cluster is a thousand small files, and to make and remove many of those costs a
 * disk's file system more time than the tests take.
 */
const root = freeBytes('/dev/shm') > 2 * 1024 ** 3 ? '/dev/shm' : tmpdir();

/** A folder for one embedded Postgres; its name carries the process id of the tests that made it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(root, `${prefix}${process.pid}-`));
  // Open to the account that Postgres runs as when the tests run as root.
  chmodSync(folder, 0o711);
  return folder;
}

/** Folders of test runs that were killed. */
export function abandonedFolders(): string[] {
  return readdirSync(root)
    .filter((name) => isAbandoned(name) && isOurs(join(root, name)))
    .map((name) => join(root, name));
}

/** Tried again while a server that is on its way down still writes there. */
export function removeFolder(folder: string): void {
  for (const path of [folder, shelterOf(folder)]) {
    rmSync(path, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Used only where the folder is closed to the account that Postgres runs as. */
export function shelterOf(folder: string): string {
  return join('/tmp', `shelter-of-${basename(folder)}`);
}

function freeBytes(path: string): number {
  if (!existsSync(path)) return 0;
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

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

/** Another user's runs are not ours to tidy up. */
function isOurs(folder: string): boolean {
  const { uid } = statSync(folder);
  return uid === (process.getuid?.() ?? uid);
}
