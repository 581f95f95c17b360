import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

export interface RedisServer {
  readonly url: string;
  /** Gone at once and with everything in it, as after a power cut. */
  readonly kill: () => Promise<void>;
  /** Comes back empty, on the same address. */
  readonly start: () => Promise<void>;
}

const program = 'redis-server';

/** Whether Redis is installed. Without it the tests on it are skipped, said aloud; an automated run fails on that. */
export function hasRedis(): boolean {
  if (isInstalled()) return true;
  process.stderr.write(
    `\n  ${program} is not installed: the tests on Redis are SKIPPED. Debian and Ubuntu have it in the package ${program}.\n`,
  );
  return false;
}

/** A Redis of this test file's own, on this machine only and in memory only. Call it at the top of the file. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dunwell-redis-'));
  const port = await freePort();
  let server = await run(port, folder);
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  afterAll(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start: async () => {
      server = await run(port, folder);
    },
  };
}

function isInstalled(): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function run(port: number, folder: string): Promise<ChildProcess> {
  const options = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    if (!line.includes('Ready to accept connections')) continue;
    // Nobody reads on, and a full pipe would stop it.
    server.stdout.resume();
    return server;
  }
  throw new Error(`${program} ended before it took connections`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
