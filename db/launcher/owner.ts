import type { Sql } from 'postgres';
import { withSession } from './session.ts';

export const ownerRole = 'dunwell_owner';
export const databaseName = 'dunwell';

/**
 * Makes the role that migrates, and the database that it owns. It may make the roles below it, and is no superuser.
 * Repeatable: a first start may have been cut off between the two.
 */
export async function ensureOwner(superuserUrl: string, password: string): Promise<void> {
  await withSession(superuserUrl, async (sql) => {
    if (!(await exists(sql`select from pg_roles where rolname = ${ownerRole}`)))
      await createOwner(sql, password);
    if (!(await exists(sql`select from pg_database where datname = ${databaseName}`))) {
      await sql`create database ${sql(databaseName)} owner ${sql(ownerRole)}`;
    }
  });
}

/** No log takes the text of this statement, which holds a password. */
async function createOwner(sql: Sql, password: string): Promise<void> {
  await sql`set log_statement = none`;
  await sql`set log_min_error_statement = panic`;
  await sql.unsafe(`create role ${ownerRole} login createrole password '${password}'`);
}

async function exists(rows: Promise<readonly unknown[]>): Promise<boolean> {
  return (await rows).length > 0;
}
