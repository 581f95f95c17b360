import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sources } from './check.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript source that the application is built from, by path from the root. */
export function ownSources(): Sources {
  return sourcesBelow(['src', 'commands', 'db', 'jobs']);
}

/** Every test, and what tests stand on. */
export function tests(): Sources {
  return sourcesBelow(['test']);
}

function sourcesBelow(folders: readonly string[]): Sources {
  const paths = folders.flatMap((folder) => filesBelow(join(root, folder)));
  const code = paths.filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  return new Map(code.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]));
}

/** The packages that are there when the application is installed without its development tools. */
export function installedPackages(): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { dependencies = {}, optionalDependencies = {} } = manifest as Record<string, object | undefined>;
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
