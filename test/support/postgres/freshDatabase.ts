import { afterAll, inject } from 'vitest';
import { cloneDatabase, type ClonedDatabase } from './clone.ts';

export type FreshDatabase = Omit<ClonedDatabase, 'drop'>;

/**
 * A migrated, empty database of this test file's own, dropped when the file is done. Call it at the top of the file:
 * `const database = await freshDatabase();`
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = inject('postgres');
  if ('broken' in cluster) throw new Error(`The test database could not be set up: ${cluster.broken}`);
  const { drop, ...urls } = await cloneDatabase(cluster);
  afterAll(drop);
  return urls;
}
