import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DomainError } from '../../src/core/error.ts';
import { writable, type Home } from './home.ts';
import { codeOf } from './session.ts';

/**
 * The port to start on. A port asked for is had or refused; otherwise it is the last one, so that tools that look at
 * the database keep their setting, or else any free one.
 *
 * @param wanted 1 to 65535, or 0 for any
 * @throws DomainError `conflict` when the wanted port cannot be had
 */
export async function choosePort(home: Home, wanted: number): Promise<number> {
  if (wanted === 0) return listenOnce(rememberedPort(home)).catch(() => listenOnce(0));
  try {
    return await listenOnce(wanted);
  } catch (error) {
    throw refused(wanted, error);
  }
}

export function rememberPort(home: Home, port: number): void {
  writable(home.folder, () => writeFileSync(pathOf(home), `${port}\n`));
}

function rememberedPort(home: Home): number {
  try {
    return Number.parseInt(readFileSync(pathOf(home), 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}

/** Listens for a moment, to see that it is possible, and answers the port. */
async function listenOnce(port: number): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: had } = server.address() as AddressInfo;
      server.close(() => resolve(had));
    });
  });
}

function refused(port: number, error: unknown): DomainError {
  const reason = codeOf(error) === 'EADDRINUSE' ? 'another program listens there' : String(error);
  return new DomainError(
    'conflict',
    `The embedded Postgres cannot have port ${port} on 127.0.0.1: ${reason}. Stop that program, choose another port, or leave the choice to Dunwell.`,
  );
}

function pathOf(home: Home): string {
  return join(home.path, 'port');
}
