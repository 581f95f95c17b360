import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Config } from '../config.ts';
import { DomainError } from '../core/error.ts';
import { importFromFile } from '../services/import/from-file.ts';
import type { Log, Office } from '../services/ports.ts';
import { openDatabases, type Databases } from './database.ts';

export interface ImportAnswers {
  readonly asOf: string;
  readonly currency?: string;
  readonly country?: string;
}

/**
 * Imports a file from the command line, beside a running Dunwell or without one. What it causes is done by the
 * running one: now, or when it starts.
 * @returns the control total in words.
 */
export async function importInto(
  config: Config,
  log: Log,
  file: { readonly name: string; readonly bytes: Uint8Array },
  answers: ImportAnswers,
): Promise<string> {
  const databases = await openDatabases(config, log, 'guest');
  try {
    const office = officeOf(databases, log, config.slack === undefined);
    return await importFromFile(office, await onlyWorkspace(databases), {
      name: basename(file.name),
      bytes: file.bytes,
      answers,
    });
  } finally {
    await databases.close();
  }
}

function officeOf({ db }: Databases, log: Log, movableClock: boolean): Office {
  const now = (): Date => new Date();
  const token = (): string => randomBytes(12).toString('base64url');
  // Nobody is woken from here: the running Dunwell finds what is due at its next poll.
  return { db, log, machineNow: now, baseNow: now, token, wake: () => undefined, movableClock };
}

async function onlyWorkspace({ wakeDb }: Databases): Promise<number> {
  const rows = await wakeDb.execute<{ id: bigint }>(sql`select id from workspace order by id limit 2`);
  const [first, second] = rows;
  if (first === undefined)
    throw new DomainError(
      'not_found',
      'There is no workspace yet: start Dunwell once with npm start, then import.',
    );
  if (second !== undefined)
    throw new DomainError(
      'conflict',
      'There are several workspaces here: drop the file into the right one in chat.',
    );
  return Number(first.id);
}
