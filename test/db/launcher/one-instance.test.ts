import { describe, expect, it } from 'vitest';
import { onOneConnection } from '../../../db/session.ts';
import { dunwellOn } from './dunwell.ts';
import { emptyFolder, start, startedBefore } from './folders.ts';

const startedFolder = startedBefore();

describe('a second Dunwell on the same data folder', () => {
  it('is refused by name of the process, and leaves the first one undisturbed', async () => {
    const folder = startedFolder();
    const first = await dunwellOn(folder);
    await expect(start({ folder })).rejects.toThrow(
      new RegExp(`already runs on the data folder ${folder} \\(process ${first.pid}, since .*stop that one`),
    );
    const url = 'ownerUrl' in first.answer ? first.answer.ownerUrl : '';
    expect(await onOneConnection(url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
  });

  it('is refused too when both start at once in an empty folder', async () => {
    const folder = emptyFolder();
    const answers = (await Promise.all([dunwellOn(folder), dunwellOn(folder)])).map(({ answer }) => answer);
    const refusals = answers.flatMap((answer) => ('refused' in answer ? [answer.refused] : []));
    expect(refusals).toEqual([expect.stringContaining('Dunwell already runs')]);
  });

  it('is refused after Postgres lost the lock in a restart of its own', async () => {
    const folder = startedFolder();
    const { superuserUrl } = await start({ folder });
    const holder = 'select pid from pg_locks where locktype = $$advisory$$ and granted';
    await onOneConnection(superuserUrl, async (sql) => {
      const [lost] = await sql.unsafe<{ pid: number }[]>(holder);
      await sql`select pg_terminate_backend(${lost?.pid ?? 0}, 5000)`;
      await expect.poll(() => sql.unsafe(holder)).toHaveLength(1);
    });
    await expect(start({ folder })).rejects.toThrow('Dunwell already runs');
  });
});
