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
    await client.query(grants);
  } finally {
    await client.end();
  }
}

/** "All sequences" would take in those that the role made itself, and nobody can grant what is not theirs. */
const grants = `
  grant usage, create on schema bullmq to dunwell_app;
  grant select, insert, update, delete on all tables in schema bullmq to dunwell_app;
  grant execute on all functions in schema bullmq to dunwell_app;
  do $$
  declare
    ours text;
  begin
    for ours in
      select format('%I.%I', schemaname, sequencename) from pg_sequences
      where schemaname = 'bullmq' and sequenceowner = current_user
    loop
      execute 'grant usage, select, update on sequence ' || ours || ' to dunwell_app';
    end loop;
  end $$`;
