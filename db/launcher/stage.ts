import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { writable, type Home } from './home.ts';
import { mendLinks } from './links.ts';

/**
 * Copies the programs into the home, for when the installed ones cannot be reached or mended, and answers where they
 * are. A copy of the same version is used again.
 */
export function stage(packed: string, home: Home): string {
  const manifest = readFileSync(join(dirname(packed), 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const staged = join(home.path, `postgres-${version}`);
  const native = join(staged, 'native');
  writable(home.folder, () => {
    if (!existsSync(staged)) copyWhole(packed, staged, home.account);
    mendLinks(native);
  });
  return native;
}

/** Copied aside and renamed, so that an interrupted copy is never taken for a whole one. */
function copyWhole(packed: string, staged: string, account: Account | undefined): void {
  const draft = `${staged}-${process.pid}`;
  cpSync(packed, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const path of ['.', ...readdirSync(draft, { recursive: true, encoding: 'utf8' })]) {
    if (account) lchownSync(join(draft, path), account.uid, account.gid);
  }
  try {
    renameSync(draft, staged);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(staged)) throw error;
  }
}
