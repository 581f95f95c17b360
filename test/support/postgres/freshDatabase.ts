import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { databaseName, ownerRole } from '../../../db/launcher/owner.ts';
import type { ServingUrls } from '../../../db/provision.ts';
import { onOneConnection } from '../../../db/session.ts';

export interface FreshDatabase extends ServingUrls {
  readonly ownerUrl: string;
}

/**
 * A migrated, empty database of this test file's own, dropped when the file is done. Call it at the top of the file:
 * `const database = await freshDatabase();`
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = inject('postgres');
  if ('broken' in cluster) throw new Error(`The test database could not be set up: ${cluster.broken}`);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onOneConnection(cluster.superuserUrl, async (sql) => {
    await sql`create database ${sql(name)} template ${sql(databaseName)} owner ${sql(ownerRole)}`;
  });
  afterAll(() => drop(cluster.superuserUrl, name));
  return {
    ownerUrl: within(cluster.ownerUrl, name),
    appUrl: within(cluster.appUrl, name),
    wakeUrl: within(cluster.wakeUrl, name),
  };
}

/** By force, because a test that failed may have left connections open. */
async function drop(superuserUrl: string, name: string): Promise<void> {
  await onOneConnection(superuserUrl, (sql) => sql`drop database ${sql(name)} with (force)`);
}

function within(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
