import { spawn } from 'node:child_process';
import type { Home } from './home.ts';

/**
 * Only this reaches Postgres: the environment of Dunwell holds chat tokens, and variables such as PGDATA would
 * change what is started. English messages make the log readable to whoever helps.
 */
const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC' };

/** How the programs of a home are run: as its account, in its folder (an inherited one may be closed to it). */
export function asServer({ account, path }: Home) {
  return { cwd: path, env: serverEnvironment, ...(account && { uid: account.uid, gid: account.gid }) };
}

/** Runs a program to its end. Answers whether it succeeded, and everything it printed. */
export function run(
  program: string,
  args: readonly string[],
  home: Home,
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const printed: string[] = [];
    const child = spawn(program, args, { ...asServer(home), stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    }
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: printed.join('') }));
  });
}

/** The end of what a program printed: enough to see why it failed. */
export function lastLines(text: string, count = 8): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
