import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { card, task } from '../../../db/schema/index.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { showCard } from '../../../src/services/outbox/card.ts';
import { claim } from '../../../src/services/outbox/claim.ts';
import { directStream } from '../../../src/services/outbox/enqueue.ts';
import { within } from '../../../src/services/scope.ts';
import { wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { start } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('the open tasks of a customer that moves', () => {
  it('go along with a new fence, the new owner is nudged once and the old one no more', async () => {
    const { desk, book, idOf, workspaceId, people } = await start(office);
    // The morning lists have come.
    office.now = new Date('2026-11-23T09:00:00Z');
    await book('1', 'Lagerhaus', 100_00n, idOf('Rita'));
    await within(office, workspaceId, async ({ tx }) => {
      await tx.insert(task).values([
        {
          workspaceId,
          caseId: (await tx.query.cases.findFirst())!.id,
          kind: 'commitment',
          what: 'the delivery note',
          holderId: people.Rita.memberId,
          firstHolderId: people.Rita.memberId,
          dueAt: office.now,
          deadlineAt: new Date('2026-11-23T16:00:00Z'),
          openedAt: new Date(office.now.getTime() - 3_600_000),
        },
      ]);
    });
    while (await tick(office, workspaceId));
    const { card: done } = await desk.type('U-Lena', '/assign lagerhaus @tom');
    expect(wordsOn(done)).toContain('1 open task went along.');
    while (await tick(office, workspaceId));
    const nudges = (await claim(office, workspaceId)).filter(({ notice }) => notice.kind === 'nudge');
    expect(nudges.map(({ notice }) => notice)).toEqual([
      expect.objectContaining({ memberId: idOf('Tom'), tasks: [expect.objectContaining({ fence: 1 })] }),
    ]);
  });

  it('that rose to the lead stay with the lead', async () => {
    const { desk, book, idOf, workspaceId, people } = await start(office);
    const { caseIds } = await book('1', 'Lagerhaus', 100_00n, idOf('Rita'));
    await within(office, workspaceId, ({ tx }) =>
      tx.insert(task).values({
        workspaceId,
        caseId: caseIds[0]!,
        kind: 'call',
        step: 'official-letter-call',
        what: 'ladder',
        level: 'lead',
        holderId: people.Lena.memberId,
        firstHolderId: people.Rita.memberId,
        dueAt: office.now,
        deadlineAt: new Date('2026-11-23T16:00:00Z'),
        openedAt: office.now,
      }),
    );
    await desk.type('U-Lena', '/assign lagerhaus @tom');
    const rows = await within(office, workspaceId, ({ tx }) => tx.select().from(task));
    expect(rows).toEqual([expect.objectContaining({ holderId: people.Lena.memberId, fence: 0 })]);
  });

  it('bring the morning lists of both owners up to date', async () => {
    const { desk, book, idOf, workspaceId } = await start(office);
    const { caseIds } = await book('1', 'Lagerhaus', 100_00n, idOf('Rita'));
    await within(office, workspaceId, async (scope) => {
      for (const name of ['Rita', 'Tom', 'Lena'])
        await showCard(scope, 'morning list', `${idOf(name)}:2026-11-23`, {
          stream: directStream(idOf(name)),
        });
      await scope.tx.insert(task).values({
        workspaceId,
        caseId: caseIds[0]!,
        kind: 'call back',
        what: 'call back Anna',
        holderId: idOf('Rita'),
        firstHolderId: idOf('Rita'),
        dueAt: office.now,
        deadlineAt: office.now,
        openedAt: office.now,
      });
    });
    await desk.type('U-Lena', '/assign lagerhaus @tom');
    const lists = await within(office, workspaceId, ({ tx }) =>
      tx.select().from(card).where(eq(card.kind, 'morning list')).orderBy(asc(card.id)),
    );
    expect(lists.map(({ wanted }) => wanted)).toEqual([2, 2, 1]);
  });
});
