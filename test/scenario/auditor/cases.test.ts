import { beforeAll, describe, expect, test } from 'vitest';
import { openBroken } from './stage.ts';

const names = ['Lagerhaus Nord GmbH', 'Müller & Söhne', 'Fern GmbH', 'Werft Ost', 'Kornhaus Süd AG'] as const;
const { story, owner, caseOf, find } = await openBroken(names);
const { rita, lena, max } = story;

beforeAll(async () => {
  await story.moveTo('2026-11-24 10:00');
  await rita.slash('/promise lagerhaus 4100 fri');
  await rita.slash('/dispute fern R-3 200 goods damaged');
  await rita.slash('/plan werft 4 Dec: 4,000; 11 Dec');
  await lena.press(lena.sees('Asked:'), 'Agree');
  await story.moveTo('2026-11-24 15:00');
});

describe('what was agreed and is not kept to is told to the admins:', () => {
  test('a promise that the ledger says is broken', async () => {
    const text = await find(
      () => owner`update promise set due_on = '2026-11-20' where case_id = ${caseOf('Lagerhaus')}`,
    );
    expect(text).toContain(
      'Lagerhaus Nord GmbH · the promise of €4,100.00 for Fri 20 Nov is broken by the ledger, and still open here',
    );
  });

  test('a pause that is over and did not end', async () => {
    await rita.slash('/pause kornhaus 48h new bookkeeper');
    const text = await find(
      () =>
        owner`update pause set from_day = '2026-11-23', until_day = '2026-11-24' where case_id = ${caseOf('Kornhaus')}`,
    );
    expect(text).toContain('Kornhaus Süd AG · its pause is over and did not end · since Tue 24 Nov');
  });

  test('a plan of which the ledger knows more', async () => {
    const text = await find(() => owner`update instalment set due_on = '2026-11-19' where number = 1`);
    expect(text).toContain('Werft Ost · its instalment plan says something else than the ledger');
  });

  test('a dispute that nobody looks into', async () => {
    const text = await find(
      () => owner`update task set status = 'cancelled', closed_at = now() where kind = 'dispute'`,
    );
    expect(text).toContain('Fern GmbH · a dispute waits, and nobody has the task to look into it');
  });

  test('a hold that is lifted against a promise which is over', async () => {
    const text = await find(
      () => owner`
        insert into hold (workspace_id, customer_id, case_id, kind, reason, status, proposed_by, proposed_at, owed, promise_id)
        select p.workspace_id, c.customer_id, c.id, 'order', 'late', 'suspended', p.made_by, p.made_at, 1, p.id
        from promise p join "case" c on c.id = p.case_id where p.status = 'broken'`,
    );
    expect(text).toContain('Lagerhaus Nord GmbH · the order hold is lifted against a promise that is over');
  });

  test('an approval of which nobody was reminded', async () => {
    const text = await find(
      () => owner`
        insert into approval (workspace_id, case_id, kind, step, amount, invoices, also_open, receives, asked_at)
        select workspace_id, id, 'step', 'formal-claim', 410000, '[]', '[]', '[]', '2026-11-16 10:00Z' from "case" where id = ${caseOf('Müller')}`,
    );
    expect(text).toContain('Müller & Söhne · the approval of “formal claim” waits, and nobody was reminded');
  });

  test('a letter that stands announced though its time has passed', async () => {
    const text = await find(
      () => owner`
        insert into announcement (workspace_id, case_id, step, kind, invoices, amount, recipients, announced_at, goes_at)
        select workspace_id, id, 'payment-demand', 'payment demand', '[]', '€1.00', '[]', '2026-11-24 09:00Z', '2026-11-24 11:00Z'
        from "case" where id = ${caseOf('Müller')}`,
    );
    expect(text).toContain('Müller & Söhne · a payment demand stands announced, and its time has passed');
    const [row] = await owner`select status from announcement`;
    expect(row?.['status']).toBe('withdrawn');
  });

  test('a full stop that nobody is asked to confirm, and one during which something was done', async () => {
    await rita.slash('/account stop fern lawyer Dr. Weiss wrote');
    await max.slash('/account stop werft do not contact they asked for it');
    await story.moveTo('2026-11-24 16:30');
    const text = await find(async () => {
      await owner`update task set status = 'cancelled', closed_at = now() where kind = 'stop check'`;
      await owner`
        insert into occurrence (workspace_id, case_id, step, round, on_day, at, how, reason)
        select workspace_id, id, 'official-letter-call', 91, '2026-11-24', '2026-11-24 15:20Z', 'done', 'ladder'
        from "case" where id = ${caseOf('Werft')}`;
    });
    expect(text).toContain(
      'Fern GmbH · pressing stopped (a lawyer acts for them), and nobody is asked to confirm it',
    );
    expect(text).toContain('Werft Ost · “official-letter call” was done although pressing had stopped');
  });

  test('a case that nothing will bring up again', async () => {
    const text = await find(async () => {
      await owner`delete from contact`;
      await owner`update task set status = 'cancelled', closed_at = now() where case_id = ${caseOf('Kornhaus')}`;
      await owner`
        insert into occurrence (workspace_id, case_id, step, round, on_day, at, how, reason)
        select workspace_id, id, s.step, 90, '2026-11-24', '2026-11-25 07:00Z', s.how, 'ladder'
        from "case", (values ('payment-demand', 'impossible'), ('pay-or-date-call', 'done'), ('official-letter-call', 'done')) s (step, how)
        where id = ${caseOf('Kornhaus')}`;
      await owner`
        insert into occurrence_invoice (workspace_id, occurrence_id, invoice_id, step)
        select o.workspace_id, o.id, i.id, o.step from occurrence o
        join "case" c on c.id = o.case_id join invoice i on i.customer_id = c.customer_id
        where o.round = 90`;
      await owner`update letter set status = 'impossible' where case_id = ${caseOf('Kornhaus')}`;
    });
    expect(text).toContain('Kornhaus Süd AG · money is owed, and nothing will bring it up again');
  });
});

describe('money that does not add up is told to the admins:', () => {
  test('an invoice whose balance is not what its postings make', async () => {
    const text = await find(
      () =>
        owner`update invoice_balance b set open = open - 1 from invoice i where i.id = b.invoice_id and i.number = 'R-2'`,
    );
    expect(text).toContain(
      'Müller & Söhne · invoice R-2 says €4,099.99 open of €4,100.00; its postings make €4,100.00 of €4,100.00',
    );
    expect(text).toContain('the ledger’s receivables make €20,500.00, the invoices €20,499.99');
    await owner`update invoice_balance b set open = open + 1 from invoice i where i.id = b.invoice_id and i.number = 'R-2'`;
  });

  test('cash of which more was allocated than came in', async () => {
    const text = await find(
      () => owner`
        insert into posting (workspace_id, debit, credit, amount, currency, customer_id, booked_on, key, input_hash, created_at)
        select workspace_id, 'unapplied', 'cash', 500, currency, customer_id, '2026-11-24', 'broken:1', 'x', now() from "case" where id = ${caseOf('Fern')}`,
    );
    expect(text).toContain('Fern GmbH · more cash was allocated than came in (-€5.00)');
  });

  test('a posting that moves nothing', async () => {
    const text = await find(async () => {
      await owner`alter table posting drop constraint accounts_differ`;
      await owner`
        insert into posting (workspace_id, debit, credit, amount, currency, customer_id, booked_on, key, input_hash, created_at)
        select workspace_id, 'sales', 'sales', 500, currency, customer_id, '2026-11-24', 'broken:2', 'x', now() from "case" where id = ${caseOf('Fern')}`;
    });
    expect(text).toContain('1 posting move nothing');
  });
});
