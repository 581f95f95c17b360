import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** Dunwell in a process of its own, built and started as `npm start` does. */
export interface Program {
  readonly pageUrl: string;
  /** kill -9: no handler runs. Resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, as a service manager says it. Resolves with the exit code; without one, the process was killed. */
  readonly terminate: () => Promise<number | null>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the program into a folder of its own, so that nobody's `dist` is touched. Types are checked elsewhere; the
 * page is for browsers, and its API does without. Call it at the top of a test file.
 */
export function buildProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dunwell-built-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const needed of ['node_modules', 'db', 'src']) symlinkSync(join(root, needed), join(folder, needed));
  const require = createRequire(import.meta.url);
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  node(tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', join(folder, 'dist'));
  node(join(folder, 'dist', 'src', 'assets.js'));
  return join(folder, 'dist', 'src', 'main.js');
}

function node(...args: readonly string[]): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Starts the built program on a data folder; resolves when it says that it runs. Who starts it ends it. */
export async function startProgram(built: string, dataFolder: string): Promise<Program> {
  const { PATH = '', HOME = '' } = process.env;
  const settings = { PORT: '0', LOG_LEVEL: 'error', DUNWELL_COUNTRY: 'DE', DUNWELL_ZONE: 'Europe/Berlin' };
  const child = spawn(process.execPath, [built], {
    env: { PATH, HOME, DUNWELL_DATA: dataFolder, DUNWELL_DATE_ORDER: 'DMY', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit') as Promise<[number | null]>;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return (await gone)[0];
  };
  return {
    pageUrl: await announcedBy(child),
    kill: async () => void (await end('SIGKILL')),
    terminate: () => end('SIGTERM'),
  };
}

async function announcedBy({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the program has no output');
  for await (const line of createInterface(stdout)) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    // Nobody reads on, and a full pipe would stop it.
    stdout.resume();
    return url;
  }
  throw new Error('the program ended before it was running');
}
