import pg from 'pg';
import { vi } from 'vitest';
import { openHome, openSecret } from '../../db/launcher/home.ts';
import { joinEmbeddedPostgres } from '../../db/launcher/join.ts';
import { passwordsFrom, superuser } from '../../db/launcher/urls.ts';
import { shelterOf } from '../support/postgres/folder.ts';

/** Holds a table of a running program's database, so that whoever writes to it stops there until it is let go. */
export interface Hold {
  /** Resolves when somebody stands before it. */
  readonly reached: () => Promise<void>;
  readonly letGo: () => Promise<void>;
}

export async function holdTable(dataFolder: string, table: string): Promise<Hold> {
  const holder = await connect(dataFolder);
  await holder.query(`begin; lock table ${table} in exclusive mode`);
  return {
    reached: () => peek(dataFolder, (client) => somebodyWaits(client, table)),
    letGo: () => holder.end(),
  };
}

/** Looks into a program's database past every wall. */
export async function peek<T>(dataFolder: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(dataFolder);
  try {
    return await look(client);
  } finally {
    await client.end();
  }
}

async function connect(dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await superuserUrl(dataFolder) });
  // A server that is stopped takes its clients along.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function somebodyWaits(client: pg.Client, table: string): Promise<void> {
  const waiting = `select from pg_locks l join pg_class c on c.oid = l.relation where not l.granted and c.relname = $1`;
  await vi.waitFor(
    async () => {
      const { rowCount } = await client.query(waiting, [table]);
      if (rowCount === 0) throw new Error(`nobody waits for ${table}`);
    },
    { interval: 5, timeout: 60_000 },
  );
}

async function superuserUrl(dataFolder: string): Promise<string> {
  const shelter = shelterOf(dataFolder);
  const ownerUrl = await joinEmbeddedPostgres(dataFolder, shelter);
  if (ownerUrl === undefined) throw new Error(`no Postgres runs in ${dataFolder}`);
  const password = passwordsFrom(openSecret(openHome(dataFolder, shelter)))(superuser);
  return Object.assign(new URL(ownerUrl), { username: superuser, password }).href;
}
