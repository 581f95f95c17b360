import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { onOneConnection } from '../../../db/session.ts';
import { dunwellOn } from './dunwell.ts';
import { listener } from './listener.ts';
import { serverIn, start, startedBefore } from './folders.ts';

const startedFolder = startedBefore();

/** Leaves a server running in the folder, with one committed row. */
async function leaveServerIn(folder: string): Promise<{ port: number; pid: number }> {
  const { answer, kill } = await dunwellOn(folder);
  if ('refused' in answer) throw new Error(answer.refused);
  await onOneConnection(answer.ownerUrl, (sql) => sql`create table kept as select 42 as answer`);
  await kill();
  return { port: answer.port, pid: serverIn(folder) ?? 0 };
}

function keptIn(ownerUrl: string): Promise<readonly unknown[]> {
  return onOneConnection(ownerUrl, (sql) => sql`select answer from kept`);
}

describe('after kill -9 of Dunwell', () => {
  it('adopts the server that lives on, and stops it in the end', async () => {
    const folder = startedFolder();
    const left = await leaveServerIn(folder);
    const next = await start({ folder });
    expect(next).toMatchObject({ adopted: true, port: left.port });
    expect(serverIn(folder)).toBe(left.pid);
    expect(await keptIn(next.ownerUrl)).toEqual([{ answer: 42 }]);
    await next.stop();
    expect(serverIn(folder)).toBeUndefined();
  });

  it('moves the server to a port that is asked for now', async () => {
    const folder = startedFolder();
    await leaveServerIn(folder);
    const free = await listener();
    await free.close();
    const next = await start({ folder, port: free.port });
    expect(next).toMatchObject({ adopted: false, port: free.port });
    expect(await keptIn(next.ownerUrl)).toEqual([{ answer: 42 }]);
  });

  it('waits for the recovery when the server was killed too', async () => {
    const folder = startedFolder();
    const { pid } = await leaveServerIn(folder);
    process.kill(pid, 'SIGKILL');
    const next = await start({ folder });
    expect(next.adopted).toBe(false);
    expect(await keptIn(next.ownerUrl)).toEqual([{ answer: 42 }]);
  });
});

describe('a process id left behind by a server that is gone', () => {
  it('is nothing to adopt when another program has it now', async () => {
    const folder = startedFolder();
    const cluster = join(folder, 'postgres', 'cluster');
    const { uid, gid } = statSync(cluster);
    const other = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], {
      uid,
      gid,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(other, 'spawn');
    onTestFinished(() => void other.kill('SIGKILL'));
    const lines = [other.pid, cluster, 1_700_000_000, 5432, '', '127.0.0.1', '  1234 5678', 'ready   '];
    writeFileSync(join(cluster, 'postmaster.pid'), `${lines.join('\n')}\n`);

    const next = await start({ folder });
    expect(next.adopted).toBe(false);
    expect(serverIn(folder)).not.toBe(other.pid);
  });
});
