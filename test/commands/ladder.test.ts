import { describe, expect, test } from 'vitest';
import { account } from '../../commands/account.ts';
import { ladder } from '../../commands/ladder.ts';
import { writeLadderYaml } from '../../src/core/dunning/write-ladder-yaml.ts';
import { standardLadder } from '../../src/ladders/presets.ts';
import { tick } from '../../src/services/engine/tick.ts';
import { bookCustomer } from '../support/book.ts';
import { buttonsOf, openDesk, wordsOn } from '../support/desk.ts';
import { makeOffice, openTeam } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

/** A ladder with one step less, and a slower one. */
const gentle = writeLadderYaml({
  ...standardLadder,
  name: 'gentle',
  about: 'For old friends.',
  minimumGapBusinessDays: 4,
  steps: standardLadder.steps.slice(2),
});

/** Monday, noon in Berlin. Lager is due today and was to be called, Neu is not due yet. */
async function start() {
  office.now = new Date('2026-02-23T11:00:00Z');
  const { workspaceId } = await openTeam(office);
  const due = [{ number: 'R-1', amount: 100_000n, dueOn: '2026-02-23' }];
  await bookCustomer(office, workspaceId, { number: '1', name: 'Lager', invoices: due });
  while (await tick(office, workspaceId));
  const soon = [{ number: 'N-1', amount: 50_000n, dueOn: '2026-04-20' }];
  await bookCustomer(office, workspaceId, { number: '2', name: 'Neu', invoices: soon });
  const desk = openDesk(office, workspaceId, [ladder, account]);
  const says = async (user: string, line: string): Promise<string> => {
    const { card, refusal } = await desk.type(user, line);
    return refusal ?? wordsOn(card);
  };
  /** Pastes a ladder and presses what is offered. */
  const save = async (text: string, label?: string): Promise<string> => {
    const { form } = await desk.type('U-Ada', '/ladder save');
    const { card, errors } = await desk.submit('U-Ada', form!, { text });
    if (errors !== undefined) return errors['text'] ?? '';
    if (label === undefined) return wordsOn(card);
    const done = await desk.press('U-Ada', card!, label);
    return done.refusal ?? wordsOn(done.card);
  };
  const set = async (line: string, label = 'Set'): Promise<string> => {
    const { card, refusal } = await desk.type('U-Ada', line);
    if (card === undefined) return refusal ?? '';
    const done = await desk.press('U-Ada', card, label);
    return done.refusal ?? wordsOn(done.card);
  };
  return { desk, says, save, set };
}

describe('a ladder that an admin writes', () => {
  test('shows what is in it, is saved when that is confirmed, and stands beside the others step by step', async () => {
    const { save, says } = await start();
    expect(await save(gentle)).toContain('payment demand: 1 business day after due');
    expect(await save(gentle, 'Save gentle v1')).toBe('gentle v1 is saved.');
    const card = await says('U-Rita', '/ladder show gentle');
    expect(card).toContain('For old friends.');
    expect(card).toContain('1. due-day call · on the due day, 12:00–14:00');
    expect(card).toContain('owner; missed: the lead takes over');
    expect(card).toContain('a manager approves; 10 business days to pay from its delivery');
    expect(card).toContain('v1: saved by Ada Mon 23 Feb');
    expect(await says('U-Rita', '/ladder')).toContain('standard v1');
  });

  test('is refused with line and field before it is saved', async () => {
    const { save, says } = await start();
    const wrong = gentle
      .replace('offset: 1 business day', 'offset: soon')
      .replace('kind: claim', 'kind: spell');
    const refusal = await save(wrong);
    expect(refusal).toMatch(/line \d+, step 2, offset: "soon" is none/);
    expect(refusal).toMatch(/line \d+, step 5.*"spell" is no kind of step/);
    expect(await save('steps: [')).toContain('line 1');
    expect(await save(gentle.replace('name: gentle', 'name: Gentle Ladder'))).toContain('cannot be called');
    expect(await says('U-Rita', '/ladder show gentle')).not.toContain('For old friends.');
  });

  test('says what is new in its next version; who presses second changes nothing and is told who was first', async () => {
    const { desk, save } = await start();
    await save(gentle, 'Save gentle v1');
    expect(await save(gentle)).toContain('nothing to save');
    const slower = gentle.replace('minimumGapBusinessDays: 4', 'minimumGapBusinessDays: 5');
    expect(await save(slower)).toContain('minimumGapBusinessDays 4 → 5');
    const { form } = await desk.type('U-Ada', '/ladder save');
    const { card } = await desk.submit('U-Ada', form!, { text: slower });
    expect(wordsOn((await desk.press('U-Ada', card!, 'Save gentle v2')).card)).toBe('gentle v2 is saved.');
    const second = await desk.press('U-Ada', card!, 'Save gentle v2');
    expect(second.refusal).toContain('Ada was first: gentle is at version 2 now');
  });
});

describe('who is on which ladder', () => {
  test('is said for all, a segment, a customer: the narrower one counts', async () => {
    const { set, save, says, desk } = await start();
    await save(gentle, 'Save gentle v1');
    expect(await says('U-Rita', '/ladder show neu')).toContain('standard, as everybody');
    await desk.type('U-Lena', '/account tags neu vip');
    expect(await set('/ladder set tag vip gentle')).toBe(
      'The ladder of customers tagged vip is gentle v1 now.',
    );
    expect(await says('U-Rita', '/ladder show neu')).toContain(
      'gentle, by the rule for customers tagged vip',
    );
    expect(await says('U-Rita', '/ladder show neu')).toContain('€500.00 open is on gentle v1');
    await set('/ladder set neu standard');
    expect(await says('U-Rita', '/ladder show neu')).toContain('standard, set for this customer');
    await set('/ladder set neu none');
    await desk.type('U-Lena', '/account tags neu -');
    expect(await says('U-Rita', '/ladder show neu')).toContain('€500.00 open is on standard v1');
    expect(await says('U-Rita', '/account neu')).toContain('Ladder standard v1');
  });

  test('is followed at once where nothing was sent; a running case keeps its version until it is moved', async () => {
    const { set, save, says, desk } = await start();
    await save(gentle, 'Save gentle v1');
    const { card } = await desk.type('U-Ada', '/ladder set everybody gentle');
    expect(wordsOn(card)).toContain('1 case follows at once');
    expect(wordsOn(card)).toContain('1 running case keeps its version unless you move it');
    await desk.press('U-Ada', card!, 'Set');
    expect(await says('U-Rita', '/ladder show neu')).toContain('is on gentle v1');
    expect(await says('U-Rita', '/ladder show lager')).toContain('is on standard v1, with which it started');
    const moved = await set('/ladder set everybody gentle', 'Set and move 1 running case');
    expect(moved).toContain('1 running case moved along.');
    expect(await says('U-Rita', '/ladder show lager')).toContain('is on gentle v1');
  });

  test('is for one invoice too, which then stands in a case of its own', async () => {
    const { set, save, says } = await start();
    await save(gentle, 'Save gentle v1');
    await set('/ladder set invoice r-1 gentle');
    const lager = await says('U-Rita', '/ladder show lager');
    expect(lager).toContain('standard, as everybody');
    expect(lager).toContain('€1,000.00 open is on gentle v1, as its invoices have it');
  });

  test('is an admin’s to say: others see no form and are told who', async () => {
    const { says, desk } = await start();
    expect(await says('U-Rita', '/ladder set neu standard')).toContain('Ada');
    const list = await desk.type('U-Rita', '/ladder');
    expect(buttonsOf(list.card!).map(({ label }) => label)).toContain('Set…');
    expect((await desk.press('U-Rita', list.card!, 'Set…')).refusal).toContain('Ada');
  });

  test('is told by name when there is no such ladder, customer, tag or invoice', async () => {
    const { set } = await start();
    expect(await set('/ladder set neu harsh')).toContain(
      'There is no ladder "harsh" here. There are: services, soft, standard',
    );
    expect(await set('/ladder set nobody standard')).toContain('No customer is called "nobody"');
    expect(await set('/ladder set invoice X-9 standard')).toContain('No invoice is called "X-9"');
    expect(await set('/ladder set country Germany standard')).toContain('"Germany" is no country');
    expect(await set('/ladder set payer bank standard')).toContain('"bank" is no payer type');
  });

  test('was asked of an older state: the press that came second changes nothing', async () => {
    const { set, save, desk } = await start();
    await save(gentle, 'Save gentle v1');
    const { card } = await desk.type('U-Ada', '/ladder set neu gentle');
    await set('/ladder set neu standard');
    const { refusal } = await desk.press('U-Ada', card!, 'Set');
    expect(refusal).toContain('Ada was first: the ladder of Neu is standard now');
  });
});

describe('a preview', () => {
  test('has what goes out in the next ten business days if nobody pays, day by day', async () => {
    const { says } = await start();
    const card = await says('U-Rita', '/ladder preview lager');
    expect(card).toContain('steps until Mon 9 Mar');
    expect(card).toContain('assuming nobody pays');
    expect(card).toMatch(/Tue 24 Feb 08:00 \| Lager \| payment demand \| €1,000\.00/);
    expect(card).toMatch(/Tue 24 Feb 10:00 \| Lager \| pay-or-date call \| €1,000\.00/);
    expect(card).toMatch(/Wed 25 Feb 10:00 \| Lager \| official-letter call/);
    expect(card).not.toContain('Neu');
  });

  test('says what cannot go, why, and the way out', async () => {
    const { says, desk } = await start();
    const card = await says('U-Rita', '/ladder preview');
    expect(card).toContain('nobody to call: Lager €1,000.00 (pay-or-date call)');
    expect(card).toContain('Add contact in /account 1');
    expect(card).toContain('no mail address that works: Lager €1,000.00 (payment demand)');
    const file = await desk.type('U-Rita', '/account lager');
    const { form } = await desk.press('U-Rita', file.card!, 'Add contact');
    const contact = {
      name: 'Anna',
      role: 'accounts payable',
      email: 'a@lager.example',
      phone: '+49 30 1234567',
    };
    await desk.submit('U-Rita', form!, { ...contact, language: 'de' });
    const after = await says('U-Rita', '/ladder preview');
    expect(after).not.toContain('nobody to call');
    expect(after).toContain(
      'shadow mode: letters are written and held back: Lager €1,000.00 (payment demand)',
    );
  });
});
