import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Answer } from './child.ts';

export interface Dunwell {
  readonly pid: number;
  readonly answer: Answer;
  /** kill -9: no handler runs. Resolves when the process is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts the embedded Postgres of a folder from a Node process of its own, as `npm start` does. */
export async function dunwellOn(folder: string): Promise<Dunwell> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', load, folder], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  const [answer] = (await once(child, 'message')) as [Answer];
  return { pid: child.pid ?? 0, answer, kill };
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const script = fileURLToPath(new URL('child.ts', import.meta.url));

/** Node 20 does not read TypeScript; vite, which serves the tests too, does. */
const load = `import { runnerImport } from 'vite';
await runnerImport(${JSON.stringify(script)}, { configFile: false, root: ${JSON.stringify(root)}, logLevel: 'error' });`;
