import { randomBytes, randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { DomainError } from '../../src/core/error.ts';
import { canReach, ownerOf, serverAccount, type Account } from './account.ts';

/** Where one embedded Postgres keeps everything: its cluster, its log, its secret and the port it had. */
export interface Home {
  /** The data folder as the user named it, for messages. */
  readonly folder: string;
  readonly path: string;
  readonly cluster: string;
  readonly log: string;
  readonly account: Account | undefined;
}

/**
 * Opens, and makes where missing, the folder `postgres` inside the data folder. Where the data folder lies below one
 * that the server's account may not enter (root's own, mode 0700), the real folder stands in `shelter` and the data
 * folder holds a link to it.
 *
 * @throws DomainError `unavailable` when the folder cannot be made or written, or its link leads nowhere
 */
export function openHome(dataFolder: string, shelter: string): Home {
  const folder = resolve(dataFolder);
  const place = join(folder, 'postgres');
  const path = writable(folder, () => {
    mkdirSync(folder, { recursive: true });
    return lstatSync(place, { throwIfNoEntry: false }) ? enter(place) : settle(folder, place, shelter);
  });
  const account = ownerOf(path) ?? serverAccount();
  handOver(path, account);
  return { folder, path, cluster: join(path, 'cluster'), log: join(path, 'server.log'), account };
}

/** The random secret from which the passwords of this cluster are made: 64 hex digits, readable by us only. */
export function openSecret(home: Home): string {
  const path = join(home.path, 'secret');
  if (!existsSync(path)) createSecret(home, path);
  return writable(home.folder, () => readFileSync(path, 'utf8').trim());
}

/** Makes a file or folder the server account's own; needed only where that is not our own account. */
export function handOver(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Runs work that writes below the data folder and says what is wrong with the folder when the system refuses. */
export function writable<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError || !isSystemError(error)) throw error;
    throw new DomainError(
      'unavailable',
      `The data folder ${folder} cannot be written: ${reasonOf(error)}. Make it writable, or set DUNWELL_DATA to another folder.`,
    );
  }
}

function settle(folder: string, place: string, shelter: string): string {
  const account = serverAccount();
  const sheltered = account !== undefined && !canReach(account, folder);
  const path = sheltered ? join(shelter, randomUUID()) : place;
  if (sheltered) mkdirSync(shelter, { recursive: true });
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  if (sheltered) symlinkSync(path, place);
  return path;
}

function enter(place: string): string {
  if (!existsSync(place)) throw lostHome(place);
  const path = realpathSync(place);
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  return path;
}

function lostHome(place: string): DomainError {
  return new DomainError(
    'unavailable',
    `${place} is a link to a folder that is gone, and with it the ledger: bring that folder back, or remove the link to begin with an empty ledger.`,
  );
}

/** Written aside and linked into place, so that two first starts at once read one whole secret. */
function createSecret(home: Home, path: string): void {
  if (existsSync(home.cluster)) {
    throw new DomainError(
      'unavailable',
      `${path} is missing, and without it nobody can log in to the Postgres beside it: bring the file back from a copy, or name another data folder.`,
    );
  }
  const draft = `${path}-${process.pid}`;
  writable(home.folder, () => {
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    } finally {
      rmSync(draft);
    }
  });
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'this user has no permission';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file stands where the folder should be';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return message;
  }
}
