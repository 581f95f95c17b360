import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { endServer, serverIn } from '../db/launcher/folders.ts';
import { makeFolder, removeFolder } from '../support/postgres/folder.ts';
import { buildProgram } from './program.ts';

const built = buildProgram();
const folder = makeFolder();
afterAll(() => {
  endServer(folder);
  removeFolder(folder);
});

it('Ctrl-C while it is still starting leaves no Postgres behind', { timeout: 60_000 }, async () => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [built], {
    env: { PATH, HOME, DUNWELL_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    if (line.includes('Postgres started')) child.kill('SIGINT');
  }
  await gone;
  expect(said).toEqual([expect.stringContaining('Postgres started'), 'Stopping…']);
  expect(serverIn(folder)).toBeUndefined();
});
