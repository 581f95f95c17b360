import { describe, expect, it } from 'vitest';
import { claim, endAbandonedClaims } from '../../src/services/outbox/claim.ts';
import { threadStream } from '../../src/services/outbox/enqueue.ts';
import { settle } from '../../src/services/outbox/settle.ts';
import { tellCase } from '../../src/services/outbox/thread.ts';
import { bookCustomer } from '../support/book.ts';
import { openStage } from './stage.ts';

const logged: string[] = [];
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_: object, text: string) => void logged.push(text),
};
const stage = await openStage({ office: { log } });
const { office, workspaceId, workspace, courier, write, send, pass, look } = stage;

/** Messages in the channel that say something with this word in it, as their last word. */
const said = (word: string): readonly string[] =>
  stage
    .channel()
    .filter((text) => text.includes(word))
    .map((text) => text.split(' ').at(-1) ?? '');

const raised = (caseId: number, reason: string) =>
  ({ kind: 'raised', caseId, memberId: 0, step: 'a step', reason }) as const;

/** Longer than a sender may take. */
const tooLong = 91;

describe('a stream', () => {
  it('keeps its order while a message in the middle is rate limited', async () => {
    await write('order-1');
    await send();
    await write('order-2');
    await write('order-3');
    workspace.fault.order('chat.postMessage', { kind: 'ratelimited', retryAfterSeconds: 7 });
    await send();
    expect(said('order')).toEqual(['order-1']);
    pass(7);
    await send();
    expect(said('order')).toEqual(['order-1', 'order-2', 'order-3']);
  });

  it('does not hold up the others while it waits', async () => {
    workspace.fault.order('chat.postMessage', { kind: 'ratelimited', retryAfterSeconds: 7 });
    await write('held-up');
    await send();
    await write('elsewhere', 'case:999');
    await send();
    expect([said('held'), said('elsewhere')]).toEqual([[], ['elsewhere']]);
    pass(7);
    await send();
  });

  it('outlives an outage of any length', async () => {
    workspace.fault.order('chat.postMessage', { kind: 'ratelimited', retryAfterSeconds: 600 }, 30);
    await write('patient-1');
    await write('patient-2');
    for (let tries = 0; tries < 30; tries += 1) {
      await send();
      pass(600);
    }
    expect(said('patient')).toEqual([]);
    // An outage is not the message's fault: it has all its tries left.
    workspace.fault.order('chat.postMessage', { kind: 'server_error' });
    await send();
    pass(5);
    await send();
    expect(said('patient')).toEqual(['patient-1', 'patient-2']);
  });
});

describe('a post whose answer was lost', () => {
  it('is looked up and not posted twice, and its stream goes on behind it', async () => {
    workspace.fault.order('chat.postMessage', { kind: 'unclear' });
    await write('lost-1');
    await write('lost-2');
    await send();
    expect(said('lost')).toEqual(['lost-1']);
    pass(5);
    await send();
    expect(said('lost')).toEqual(['lost-1', 'lost-2']);
  });

  it('is posted when the look-up does not find it', async () => {
    workspace.fault.order('chat.postMessage', { kind: 'server_error' });
    await write('never-arrived');
    await send();
    expect(said('never')).toEqual([]);
    pass(5);
    await send();
    expect(said('never')).toEqual(['never-arrived']);
  });

  it('is still looked up after a look-up that was not possible', async () => {
    workspace.fault.order('chat.postMessage', { kind: 'unclear' });
    workspace.fault.order('conversations.history', { kind: 'ratelimited', retryAfterSeconds: 30 });
    await write('doubtful');
    await send();
    pass(5);
    await send();
    pass(30);
    await send();
    expect(said('doubtful')).toEqual(['doubtful']);
    expect(workspace.fault.outstanding()).toBe(0);
  });

  it('is looked up in the direct messages, too', async () => {
    const { memberId } = stage.people.Tom;
    workspace.fault.order('chat.postMessage', { kind: 'unclear' });
    await write('only-for-tom', `member:${memberId}`);
    await send();
    pass(5);
    await send();
    expect(stage.inbox('U0TOM')).toEqual([expect.stringContaining('only-for-tom')]);
  });

  it('is parked after an hour of tries, and a person can read why', async () => {
    workspace.fault.order('chat.postMessage', { kind: 'server_error' }, 12);
    const id = await write('hopeless');
    await write('hopeful');
    for (let tries = 0; tries < 12; tries += 1) {
      await send();
      pass(900);
    }
    await send();
    expect([said('hopeless'), said('hopeful')]).toEqual([[], ['hopeful']]);
    expect(logged.filter((text) => text.includes('a person must look'))).toHaveLength(1);
    const row = await look(({ tx }) => tx.query.outbox.findFirst({ where: (o, { eq }) => eq(o.id, id) }));
    expect(row).toMatchObject({ status: 'parked', trouble: 'http_500, 12 times' });
  });
});

describe('a claim whose process died', () => {
  it('is looked up when its time is over: what was posted is not posted again', async () => {
    await write('posted-then-died');
    const [held] = await claim(office, workspaceId, 1);
    const card = {
      summary: 'posted-then-died',
      parts: [{ kind: 'text', text: 'posted-then-died' } as const],
    };
    const chat = courier.chatOf(workspaceId)!;
    await chat.post({ channelId: 'C0COLLECT', card: { card, tokens: new Map() }, nonce: held!.nonce });
    await send();
    pass(tooLong);
    await send();
    expect(said('posted-then')).toEqual(['posted-then-died']);
  });

  it('is sent when its time is over and it is not there', async () => {
    await write('died-at-once');
    await claim(office, workspaceId, 1);
    await send();
    expect(said('died-at')).toEqual([]);
    pass(tooLong);
    await send();
    expect(said('died-at')).toEqual(['died-at-once']);
  });

  it('is free at once for the only process there is', async () => {
    await write('left-behind');
    await claim(office, workspaceId, 1);
    await endAbandonedClaims(office, workspaceId);
    await send();
    expect(said('left-behind')).toEqual(['left-behind']);
  });

  it('cannot be settled by who comes back too late', async () => {
    await write('slow');
    const [held] = await claim(office, workspaceId, 1);
    pass(tooLong);
    await send();
    await settle(office, workspaceId, held!, { kind: 'failed', trouble: 'I was asleep' });
    pass(tooLong);
    await send();
    expect(said('slow')).toEqual(['slow']);
  });
});

describe('a refused message', () => {
  it('is parked, and its stream goes on', async () => {
    workspace.fault.order('chat.postMessage', { kind: 'refused', error: 'msg_too_long' });
    await write('refused');
    await write('accepted');
    await send();
    expect([said('refused'), said('accepted')]).toEqual([[], ['accepted']]);
  });

  it('takes its replies along, which would otherwise be said into the channel or wait for ever', async () => {
    workspace.fault.order('chat.postMessage', { kind: 'refused', error: 'is_archived' });
    const parent = await write('parent');
    await write('orphan-1', threadStream(77), parent);
    await write('orphan-2', threadStream(77), parent);
    await write('unrelated', threadStream(77));
    await send();
    expect([said('orphan'), said('unrelated')]).toEqual([[], ['unrelated']]);
  });

  it('is a case’s card: it is posted anew with the next news, which stands under it', async () => {
    const { caseIds } = await bookCustomer(office, workspaceId, {
      number: '1',
      name: 'Lagerhaus Nord',
      invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-11-02' }],
    });
    const [caseId] = caseIds;
    workspace.fault.order('chat.postMessage', { kind: 'refused', error: 'is_archived' });
    await look((scope) => tellCase(scope, caseId!, raised(caseId!, 'first-news')));
    await send();
    expect(stage.channel().filter((text) => text.includes('Lagerhaus Nord'))).toEqual([]);
    await look((scope) => tellCase(scope, caseId!, raised(caseId!, 'second-news')));
    await send();
    expect(stage.channel().filter((text) => text.includes('Lagerhaus Nord'))).toHaveLength(1);
    expect(stage.thread('Lagerhaus Nord')).toEqual([expect.stringContaining('second-news')]);
  });
});
