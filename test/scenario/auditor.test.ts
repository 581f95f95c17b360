import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAuditor } from '../../src/services/auditor/run.ts';
import type { Message } from '../../src/workspace/api.ts';
import { coverThrough, startLetters } from '../support/story/letters.ts';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Tuesday 24 November. */
const story = await startStory({ start: '2026-11-24 08:00', breaks: 'everything' });
const { ada, rita, tom, lena } = story;
const { office, workspaceId } = story.dunwell;
/** Whoever owns the tables, and can do what no command does. */
const owner = postgres(story.ownerUrl, { max: 2, onnotice: () => undefined });
afterAll(() => owner.end());

const row = (customer: string, name: string, invoice: string, amount: string, due: string): OpenItemRow => ({
  customer,
  name,
  invoice,
  issued: '2026-10-01',
  due,
  amount,
  mail: `ap@${customer}.example`,
});
const rows = [
  row('1001', 'Lagerhaus Nord GmbH', 'R-1', '12400.00', '2026-11-20'),
  row('1002', 'Müller & Söhne', 'R-2', '4100.00', '2026-11-20'),
  row('1003', 'Fern GmbH', 'R-3', '900.00', '2026-11-20'),
  row('1004', 'Werft Ost', 'R-4', '8000.00', '2026-11-20'),
  row('1005', 'Kornhaus Süd AG', 'R-5', '700.00', '2026-11-20'),
];

/** The case of a customer, by the start of its name. */
const caseOf = (name: string) =>
  owner`(select c.id from "case" c join customer u on u.id = c.customer_id where u.name like ${`${name}%`})`;

/** The auditor's newest message to Ada. */
const newest = (): Message => ada.sees('as it should be');
const messages = (): number => ada.inbox().filter((text) => text.includes('as it should be')).length;

/** Breaks something and has the auditor look, while no pass of the engine can mend it first; what it tells. */
async function find(broken: () => Promise<unknown>): Promise<string> {
  const before = messages();
  const engine = await owner.reserve();
  const tick = engine`hashtextextended('tick', ${workspaceId}::bigint)`;
  await engine`select pg_advisory_lock(${tick})`;
  try {
    await broken();
    await runAuditor(office, workspaceId);
  } finally {
    await engine`select pg_advisory_unlock(${tick})`;
    engine.release();
  }
  await story.settle();
  expect(messages()).toBe(before + 1);
  return say(newest());
}

beforeAll(async () => {
  // Row security holds for the tables' owner too, until they say otherwise.
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  for (const { name } of tables) await owner`alter table ${owner(name)} no force row level security`;
  await startLetters(story, rows, '2026-11-23');
  for (const name of ['lagerhaus', 'müller', 'werft', 'kornhaus']) await lena.slash(`/assign ${name} @rita`);
  await lena.slash('/assign fern @tom');
  await story.moveTo('2026-11-24 10:00');
  await rita.slash('/promise lagerhaus 12400 fri');
  await tom.slash('/dispute fern R-3 200 goods damaged');
  await rita.slash('/plan werft 4 Dec: 4,000; 11 Dec');
  await lena.press(lena.sees('Asked:'), 'Agree');
  await story.moveTo('2026-11-24 15:00');
});

describe('in a healthy workspace', () => {
  test('the check finds nothing, and says what it looked at', async () => {
    const answer = await lena.slash('/audit check');
    expect(answer).toContain('chain whole');
    expect(answer).toContain('Nothing is late, lost or out of balance');
    expect(answer).toContain('5 cases');
    expect(messages()).toBe(0);
  });

  test('is not everybody’s to order', async () => {
    expect(await tom.slash('/audit check')).toContain('You cannot check the history');
  });
});

describe('a finding', () => {
  test('that a fresh look mends is told once, and is well by the next run', async () => {
    const text = await find(
      () => owner`update "case" set wake_at = '2027-06-01' where id = ${caseOf('Müller')}`,
    );
    expect(text).toContain('Müller & Söhne · something is due Tue 24 Nov');
    expect(text).toContain('nobody would have looked before Tue 1 Jun 2027');
    expect(text).toContain('looks at the case afresh');
    expect(await lena.slash('/audit check')).toContain('Nothing is late');
    expect(say(newest())).toContain('All is as it should be again');
    expect(messages()).toBe(1);
  });

  test('that stays is not told again the next day, and tells who looks after it', async () => {
    const wrong = () => owner`update outbox set status = 'parked', trouble = 'channel_not_found'
      where id = (select max(id) from outbox where stream = ${`case:`} || ${caseOf('Werft')})`;
    const text = await find(wrong);
    expect(text).toContain('1 message to the thread of Werft Ost could not be sent (channel_not_found)');
    await ada.chooseQuietly(newest(), 'I look after it', 'Werft');
    await story.settle();
    expect(say(newest())).toContain('Ada Adams looks after it.');
    await story.moveTo('2026-11-25 09:00');
    expect(messages()).toBe(2);
  });

  test('that is mended by somebody is said to be well', async () => {
    await owner`update outbox set status = 'sent', trouble = null where status = 'parked'`;
    await lena.slash('/audit check');
    expect(say(newest())).toContain('Well again');
  });
});

describe('what is broken on purpose is told to the admins:', () => {
  test('cases that nobody looks at', async () => {
    const text = await find(
      () => owner`update "case" set wake_at = '2026-11-25 05:00Z' where id = ${caseOf('Müller')}`,
    );
    expect(text).toContain('1 case is due, and nobody looks at them');
  });

  test('a task whose deadline passed without anybody taking it over', async () => {
    const text = await find(
      () => owner`update task set due_at = '2026-11-24 08:00Z', deadline_at = '2026-11-24 12:00Z'
        where id = (select max(id) from task where status = 'open' and case_id = ${caseOf('Müller')})`,
    );
    expect(text).toContain('Müller & Söhne · the deadline of');
  });

  test('a promise that the ledger says is broken', async () => {
    const text = await find(
      () => owner`update promise set due_on = '2026-11-20' where case_id = ${caseOf('Lagerhaus')}`,
    );
    expect(text).toContain(
      'Lagerhaus Nord GmbH · the promise of €12,400.00 for Fri 20 Nov is broken by the ledger, and still open here',
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

  test('an invoice whose balance is not what its postings make', async () => {
    const text = await find(
      () =>
        owner`update invoice_balance b set open = open - 1 from invoice i where i.id = b.invoice_id and i.number = 'R-2'`,
    );
    expect(text).toContain(
      'Müller & Söhne · invoice R-2 says €4,099.99 open of €4,100.00; its postings make €4,100.00 of €4,100.00',
    );
    expect(text).toContain('the ledger’s receivables make €26,100.00, the invoices €26,099.99');
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

  test('a message that waits for hours', async () => {
    const text = await find(
      () => owner`update outbox set status = 'waiting', created_at = '2026-11-24 20:00Z', not_before = '2030-01-01', trouble = 'no answer'
        where id = (select max(id) from outbox where status = 'sent' and stream = 'channel')`,
    );
    expect(text).toContain('1 message to the channel waited too long (no answer)');
    await owner`update outbox set status = 'sent' where status = 'waiting' and stream = 'channel'`;
  });

  test('a card that cannot be brought up to date', async () => {
    const text = await find(
      () => owner`update card set parked = true, wanted = shown + 1 where kind = 'digest'`,
    );
    expect(text).toContain('digest card');
  });

  test('a letter of which nobody knows what became of it', async () => {
    const text = await find(
      () =>
        owner`update letter set status = 'unknown' where id = (select max(id) from letter where case_id = ${caseOf('Müller')})`,
    );
    expect(text).toContain('Müller & Söhne · nobody knows what became of a payment demand (unknown)');
  });

  test('a digest that did not come, and a morning list that nobody plans', async () => {
    const text = await find(async () => {
      await owner`update routine set next_at = '2026-11-24 07:30Z' where key = 'digest'`;
      await owner`delete from routine where key = 'morning:' || (select id from member where name like 'Tom%')`;
    });
    expect(text).toContain('the digest did not come · since Tue 24 Nov 08:30');
    expect(text).toMatch(/the morning list of Tom .* was not planned any more/);
    expect(
      await owner`select from routine where key = 'morning:' || (select id from member where name like 'Tom%')`,
    ).toHaveLength(1);
  });

  test('an import that does not end', async () => {
    const text = await find(
      () => owner`update import set status = 'running', created_at = '2026-11-24 08:00Z'`,
    );
    expect(text).toContain('the import of open.csv does not end');
    await owner`update import set status = 'done'`;
  });

  test('a case that cannot be judged', async () => {
    const text = await find(() => owner`update customer set zone = 'Mars/Olympus' where name like 'Fern%'`);
    expect(text).toMatch(/Fern GmbH · cannot be judged \(.*Mars\/Olympus/);
    await owner`update customer set zone = null where name like 'Fern%'`;
  });

  test('a history that somebody rewrote', async () => {
    const text = await find(() => owner`update audit set details = '{}' where what = 'promise made'`);
    expect(text).toMatch(/entry \d+ of the history \(promise made\) was changed after it was written/);
  });

  test('a task in the hands of somebody who left', async () => {
    const text = await find(() => owner`update member set active = false where name like 'Rita%'`);
    expect(text).toMatch(/Rita Reyes’s task \(.*\) is in the hands of somebody who is not here any more/);
  });

  test('a clock that went back', async () => {
    const text = await find(() => owner`update workspace set clock_offset_ms = clock_offset_ms - 86400000`);
    expect(text).toContain('the clock stands before what was already done (Wed 25 Nov');
    await owner`update workspace set clock_offset_ms = clock_offset_ms + 86400000`;
  });
});

describe('every day', () => {
  test('at the digest’s hour it looks by itself, and tells nothing that is known', async () => {
    await coverThrough(story, '2026-11-24');
    const before = messages();
    await owner`update "case" set wake_at = '2027-06-01' where id = ${caseOf('Fern')}`;
    await story.moveTo('2026-11-26 09:00');
    expect(messages()).toBe(before + 1);
    expect(say(newest())).toContain('Fern GmbH · something is due');
  });
});
