import { expect, test } from 'vitest';
import { onOneConnection } from '../../db/session.ts';
import { prepareQueue } from '../../jobs/prepare.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';

const { ownerUrl, appUrl } = await freshDatabase();

test('a second start leaves alone what the queue made in the first', async () => {
  await onOneConnection(appUrl, (sql) => sql`create sequence bullmq.of_a_queue`);
  await prepareQueue(ownerUrl);
  const next = await onOneConnection(
    appUrl,
    (sql) => sql<{ n: string }[]>`select nextval('bullmq.of_a_queue') as n`,
  );
  expect(Number(next[0]?.n)).toBe(1);
});
