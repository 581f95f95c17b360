import { describe, expect, it } from 'vitest';
import { deliver } from '../../jobs/deliver.ts';
import type { ChatPort } from '../../src/chat/port.ts';
import { recordPayment } from '../../src/services/payment/record.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { claimStaleCard } from '../../src/services/outbox/stale-cards.ts';
import { showCase, tellCase } from '../../src/services/outbox/thread.ts';
import { bookCustomer } from '../support/book.ts';
import { openStage } from './stage.ts';

const stage = await openStage();
const { office, workspaceId, workspace, courier, people, send, pass, look } = stage;

/** A customer who owes a thousand, with a card in the channel. */
async function shown(name: string): Promise<number> {
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: name,
    name,
    invoices: [{ number: `R-${name}`, amount: 1_000_00n, dueOn: '2026-11-02' }],
  });
  const [caseId = 0] = caseIds;
  await look((scope) => showCase(scope, caseId));
  await send();
  return caseId;
}

async function pay(caseId: number, euros: number): Promise<void> {
  await recordPayment(office, people.Fiona, {
    caseId,
    amount: BigInt(euros) * 100n,
    receivedOn: businessDate('2026-11-23'),
  });
}

const cards = (name: string): readonly string[] => stage.channel().filter((text) => text.includes(name));

/** The chat port, but an update waits until it is let go. */
function slowUpdates(): {
  readonly chat: ChatPort;
  readonly begun: Promise<void>;
  readonly letGo: () => void;
} {
  const real = courier.chatOf(workspaceId);
  if (real === undefined) throw new Error('there is no chat');
  let begin = (): void => undefined;
  let letGo = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const update: ChatPort['update'] = async (ref, card) => {
    begin();
    await gate;
    await real.update(ref, card);
  };
  return { chat: { ...real, update }, begun, letGo };
}

describe('a card', () => {
  it('that changed several times in an outage ends with its newest state', async () => {
    const caseId = await shown('Nord');
    workspace.fault.order('chat.update', { kind: 'ratelimited', retryAfterSeconds: 600 }, 2);
    workspace.fault.order('chat.update', { kind: 'server_error' });
    for (const euros of [100, 200, 300]) {
      await pay(caseId, euros);
      await send();
      pass(600);
    }
    expect(cards('Nord')).toEqual([expect.stringContaining('€1,000.00')]);
    await send();
    expect(cards('Nord')).toEqual([expect.stringContaining('€400.00')]);
    expect(workspace.fault.outstanding()).toBe(0);
  });

  it('whose update was done but not answered is updated again, which changes nothing', async () => {
    const caseId = await shown('Ost');
    workspace.fault.order('chat.update', { kind: 'unclear' });
    await pay(caseId, 100);
    await send();
    pass(5);
    await send();
    expect(cards('Ost')).toEqual([expect.stringContaining('€900.00')]);
  });

  it('that changes while it is being updated is updated once more', async () => {
    const caseId = await shown('West');
    await pay(caseId, 100);
    const { chat, begun, letGo } = slowUpdates();
    const slow = deliver({ ...courier, chatOf: () => chat }, workspaceId);
    await begun;
    await pay(caseId, 200);
    letGo();
    await slow;
    await send();
    expect(cards('West')).toEqual([expect.stringContaining('€700.00')]);
  });

  it('is in one hand at a time, so that a slow update cannot land on top of a newer one', async () => {
    const caseId = await shown('Mitte');
    await pay(caseId, 100);
    const { chat, begun, letGo } = slowUpdates();
    const slow = deliver({ ...courier, chatOf: () => chat }, workspaceId);
    await begun;
    await pay(caseId, 200);
    await send();
    expect(cards('Mitte')).toEqual([expect.stringContaining('€1,000.00')]);
    letGo();
    await slow;
    await send();
    expect(cards('Mitte')).toEqual([expect.stringContaining('€700.00')]);
  });

  it('held by a process that died is updated when its time is over', async () => {
    const caseId = await shown('Kai');
    await pay(caseId, 100);
    await claimStaleCard(office, workspaceId);
    await send();
    expect(cards('Kai')).toEqual([expect.stringContaining('€1,000.00')]);
    pass(91);
    await send();
    expect(cards('Kai')).toEqual([expect.stringContaining('€900.00')]);
  });

  it('that somebody deleted is posted anew with the next news, which stands under it', async () => {
    const caseId = await shown('Hafen');
    workspace.fault.order('chat.update', { kind: 'refused', error: 'message_not_found' });
    await pay(caseId, 100);
    await send();
    const notice = { kind: 'raised', caseId, memberId: 0, step: 'a step', reason: 'news' } as const;
    await look((scope) => tellCase(scope, caseId, notice));
    await send();
    expect(cards('Hafen')).toEqual([
      expect.stringContaining('€1,000.00'),
      expect.stringContaining('€900.00'),
    ]);
  });
});
