import { beforeAll, describe, expect, test } from 'vitest';
import { coverThrough } from '../../support/story/letters.ts';
import { say } from '../../support/story/text.ts';
import { openBroken } from './stage.ts';

const { story, owner, caseOf, find, newest, messages } = await openBroken([
  'Müller & Söhne',
  'Fern GmbH',
  'Werft Ost',
]);
const { ada, rita, tom, lena } = story;

beforeAll(async () => {
  await story.moveTo('2026-11-24 10:00');
  await lena.slash('/assign fern @tom');
  await rita.slash('/promise werft 1000 fri');
  await story.moveTo('2026-11-24 15:00');
});

describe('in a healthy workspace', () => {
  test('the check finds nothing, and says what it looked at', async () => {
    const answer = await lena.slash('/audit check');
    expect(answer).toContain('chain whole');
    expect(answer).toContain('Nothing is late, lost or out of balance');
    expect(answer).toContain('3 cases');
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

describe('what stands still or was tampered with is told to the admins:', () => {
  test('cases that nobody looks at', async () => {
    const text = await find(
      () => owner`update "case" set wake_at = '2026-11-25 05:00Z' where id = ${caseOf('Müller')}`,
    );
    expect(text).toContain('1 case is due, and nobody looks at them');
  });

  test('a case that cannot be judged', async () => {
    const text = await find(() => owner`update customer set zone = 'Mars/Olympus' where name like 'Fern%'`);
    expect(text).toMatch(/Fern GmbH · cannot be judged \(.*Mars\/Olympus/);
    await owner`update customer set zone = null where name like 'Fern%'`;
  });

  test('a task whose deadline passed without anybody taking it over', async () => {
    const text = await find(
      () => owner`update task set due_at = '2026-11-24 08:00Z', deadline_at = '2026-11-24 12:00Z'
        where id = (select max(id) from task where status = 'open' and case_id = ${caseOf('Müller')})`,
    );
    expect(text).toContain('Müller & Söhne · the deadline of');
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

  test('a history that somebody rewrote', async () => {
    const text = await find(() => owner`update audit set details = '{}' where what = 'promise made'`);
    expect(text).toMatch(/entry \d+ of the history \(promise made\) was changed after it was written/);
  });

  test('a task in the hands of somebody who left', async () => {
    const text = await find(
      () =>
        owner`update member set active = false where id = (select max(holder_id) from task where status = 'open')`,
    );
    expect(text).toMatch(/’s task \(.*\) is in the hands of somebody who is not here any more/);
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
