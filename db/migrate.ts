import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import { onOneConnection } from './session.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the database to this version's schema, as the role that owns it. Of several processes that start at once
 * one migrates and the others wait for it.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  await onOneConnection(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext('dunwell migrations'))`;
    await runMigrations(drizzle(sql), { migrationsFolder });
  });
}
