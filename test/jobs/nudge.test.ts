import { expect, it } from 'vitest';
import { tick } from '../../src/services/engine/tick.ts';
import { recordConversation } from '../../src/services/outcome/record.ts';
import { bookCustomer } from '../support/book.ts';
import { openStage } from './stage.ts';

const { office, workspaceId, workspace, people, send, pass, inbox } = await openStage();

/** Books customers whose call is due at noon of the same day, and waits until its nudge is written. */
async function nudged(owner: keyof typeof people, ...names: readonly string[]): Promise<readonly number[]> {
  const cases: number[] = [];
  office.now = new Date('2026-11-23T10:30:00Z');
  for (const name of names) {
    const { caseIds } = await bookCustomer(office, workspaceId, {
      number: name,
      name,
      ownerId: people[owner].memberId,
      invoices: [{ number: `R-${name}`, amount: 100_00n, dueOn: '2026-11-23' }],
    });
    cases.push(...caseIds);
  }
  await runEngine();
  await send();
  office.now = new Date('2026-11-23T11:00:00Z');
  await runEngine();
  // What just came up is brought up once more of it could have come.
  office.now = new Date('2026-11-23T11:06:00Z');
  return cases;
}

async function runEngine(): Promise<void> {
  while (await tick(office, workspaceId));
}

async function reached(owner: keyof typeof people, caseId: number): Promise<void> {
  await recordConversation(office, people[owner], {
    caseId,
    spokeWith: 'Frau Berg',
    said: 'paid today',
    next: { kind: 'nothing agreed' },
  });
}

it('a nudge is sent', async () => {
  await nudged('Lena', 'Nord');
  await send();
  expect(inbox('U0LENA')).toEqual([expect.stringContaining('Nord')]);
});

it('a nudge whose task was done in between is not sent', async () => {
  const [caseId] = await nudged('Rita', 'Ost');
  await reached('Rita', caseId!);
  await send();
  expect(inbox('U0RITA')).toEqual([]);
});

it('a nudge names only what is still to be done', async () => {
  const [first] = await nudged('Tom', 'West', 'Mitte');
  await reached('Tom', first!);
  await send();
  expect(inbox('U0TOM')).toEqual([expect.stringContaining('Mitte')]);
  expect(inbox('U0TOM').join()).not.toContain('West');
});

it('a nudge that may have been sent is looked up, and not sent when its task is done by then', async () => {
  const [caseId] = await nudged('Max', 'Kai');
  // The case's card goes out first.
  workspace.fault.order('chat.postMessage', { kind: 'server_error' }, 2);
  await send();
  await reached('Max', caseId!);
  pass(5);
  await send();
  expect(inbox('U0MAX')).toEqual([]);
});
