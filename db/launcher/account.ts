import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { DomainError } from '../../src/core/error.ts';

/** A system account that Postgres runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account for Postgres, which refuses to run as root: `undefined` is our own. Root hands over to `postgres`, or
 * to `nobody` where that is missing, and leaves the system's accounts as they are.
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = findAccount('postgres') ?? findAccount('nobody');
  if (account) return account;
  throw new DomainError(
    'unavailable',
    'Postgres does not run as root, and this system has neither an account "postgres" nor "nobody": start Dunwell as another user, or set DATABASE_URL.',
  );
}

/** The account other than root that owns a folder, if we are root: a cluster goes on under the account that made it. */
export function ownerOf(path: string): Account | undefined {
  const { uid, gid } = statSync(path);
  return process.getuid?.() === 0 && uid !== 0 ? { name: `uid ${uid}`, uid, gid } : undefined;
}

/** Whether the account may pass through every folder down to this path, and enter or execute what stands there. */
export function canReach(account: Account, path: string): boolean {
  return withAncestors(realpathSync(path)).every((step) => maySearch(account, statSync(step)));
}

function withAncestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [path, ...withAncestors(parent)];
}

function maySearch(account: Account, { uid, gid, mode }: Stats): boolean {
  const bits = account.uid === uid ? mode >> 6 : account.gid === gid ? mode >> 3 : mode;
  return (bits & 1) === 1;
}

function findAccount(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}
