import { randomUUID } from 'node:crypto';
import { databaseName, ownerRole } from '../../../db/launcher/owner.ts';
import type { ServingUrls } from '../../../db/provision.ts';
import { onOneConnection } from '../../../db/session.ts';

export interface ClonedDatabase extends ServingUrls {
  readonly ownerUrl: string;
  readonly drop: () => Promise<void>;
}

/** A database like the migrated, empty one of a cluster. */
export async function cloneDatabase(
  cluster: { readonly superuserUrl: string; readonly ownerUrl: string } & ServingUrls,
): Promise<ClonedDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onOneConnection(cluster.superuserUrl, async (sql) => {
    await sql`create database ${sql(name)} template ${sql(databaseName)} owner ${sql(ownerRole)}`;
  });
  return {
    ownerUrl: within(cluster.ownerUrl, name),
    appUrl: within(cluster.appUrl, name),
    wakeUrl: within(cluster.wakeUrl, name),
    drop: () => drop(cluster.superuserUrl, name),
  };
}

/** By force, because a test that failed may have left connections open. */
async function drop(superuserUrl: string, name: string): Promise<void> {
  await onOneConnection(superuserUrl, (sql) => sql`drop database ${sql(name)} with (force)`);
}

function within(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
