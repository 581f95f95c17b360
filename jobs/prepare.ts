import { runMigrations } from 'bullmq';
import pg from 'pg';

/**
 * Makes the queue's tables in their own schema, as the owner, and lets the application's role work with them. BullMQ
 * makes a sequence for each queue while it runs, so the role may create there, and only there.
 */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Two processes that grant at the same moment would fail each other.
    await client.query(`select pg_advisory_lock(hashtext('dunwell queue'))`);
    await runMigrations(client, 'bullmq');
    await client.query(`
      grant usage, create on schema bullmq to dunwell_app;
      grant select, insert, update, delete on all tables in schema bullmq to dunwell_app;
      grant usage, select, update on all sequences in schema bullmq to dunwell_app;
      grant execute on all functions in schema bullmq to dunwell_app`);
  } finally {
    await client.end();
  }
}
