import { describe, expect, it } from 'vitest';
import type { Message, PageEvent, State } from '../../../src/workspace/api.ts';
import { reduce } from '../../../src/workspace/page/state/reduce.ts';
import { type Session, startSession } from '../../../src/workspace/page/state/session.ts';
import { unreadMails } from '../../../src/workspace/page/state/unread.ts';

const workspace: State = {
  team: { id: 'T1', name: 'Team' },
  users: [],
  channels: [],
  commands: [],
  shortcuts: [],
  botUserId: 'U0',
  botConnected: true,
  mail: true,
  uploadBytes: 100,
};
const message = (ts: string, rest: Partial<Message> = {}): Message => ({
  channel: 'C1',
  ts,
  user: 'U0',
  text: ts,
  ...rest,
});
const opened = (): Session => reduce(startSession('U1', workspace, 0), { type: 'opened' });
const hear = (session: Session, ...events: readonly PageEvent[]): Session =>
  events.reduce((before, event) => reduce(before, { type: 'heard', event, at: 0 }), session);
const texts = (session: Session): readonly string[] | undefined =>
  session.histories['C1']?.map(({ text }) => text);

describe('a session', () => {
  it('keeps a message that was pushed before the older ones were answered', () => {
    const pushed = hear(opened(), { type: 'message', message: message('3.0') });
    const loaded = reduce(pushed, {
      type: 'history',
      channel: 'C1',
      messages: [message('1.0'), message('2.0')],
    });
    expect(texts(loaded)).toEqual(['1.0', '2.0', '3.0']);
  });

  it('takes a pushed message once, and its edit with it', () => {
    const pushed = hear(
      opened(),
      { type: 'message', message: message('2.0') },
      { type: 'changed', message: message('2.0', { text: 'edited' }) },
    );
    const behind = reduce(pushed, { type: 'history', channel: 'C1', messages: [message('1.0')] });
    expect(texts(behind)).toEqual(['1.0', 'edited']);
    const abreast = reduce(pushed, {
      type: 'history',
      channel: 'C1',
      messages: [message('2.0', { text: 'edited' })],
    });
    expect(texts(abreast)).toEqual(['edited']);
  });

  it('forgets after a reconnection what the server has no more', () => {
    const before = hear(opened(), { type: 'message', message: message('9.0') });
    const again = reduce(before, { type: 'opened' });
    expect(texts(reduce(again, { type: 'history', channel: 'C1', messages: [message('1.0')] }))).toEqual([
      '1.0',
    ]);
  });

  it('puts replies into their open thread and not into the channel', () => {
    const parent = message('1.0');
    const withThread = reduce(hear(opened(), { type: 'message', message: parent }), {
      type: 'thread',
      channel: 'C1',
      ts: '1.0',
      messages: [parent],
    });
    const answered = hear(
      withThread,
      { type: 'message', message: message('2.0', { threadTs: '1.0' }) },
      { type: 'changed', message: message('1.0', { replyCount: 1 }) },
    );
    expect(texts(answered)).toEqual(['1.0']);
    expect(answered.histories['C1']?.[0]?.replyCount).toBe(1);
    expect(answered.threads['C1/1.0']?.map(({ ts, replyCount }) => [ts, replyCount])).toEqual([
      ['1.0', 1],
      ['2.0', undefined],
    ]);
  });

  it('removes a deleted message from channel and thread', () => {
    const parent = message('1.0');
    const withThread = reduce(hear(opened(), { type: 'message', message: parent }), {
      type: 'thread',
      channel: 'C1',
      ts: '1.0',
      messages: [parent, message('2.0', { threadTs: '1.0' })],
    });
    const removed = hear(withThread, { type: 'deleted', channel: 'C1', ts: '2.0' });
    expect(removed.threads['C1/1.0']).toEqual([parent]);
  });

  it('shows the forms of its own person only', () => {
    const view = { id: 'V1', hash: 'h', view: { blocks: [] } };
    const others = hear(opened(), { type: 'view', user: 'U2', stack: [view] });
    expect(others.views).toEqual([]);
    const mine = hear(others, { type: 'view', user: 'U1', stack: [view] });
    expect(mine.views).toEqual([view]);
    expect(reduce(mine, { type: 'viewClosed', view: 'V1' }).views).toEqual([]);
  });
});

describe('unread', () => {
  it('takes no mark back that another window reports late', () => {
    const told = reduce(opened(), { type: 'marks', seen: { C1: '2.0' } });
    const late = hear(told, { type: 'seen', user: 'U1', place: 'C1', mark: '1.0' });
    expect(late.seen).toEqual({ C1: '2.0' });
    const others = hear(late, { type: 'seen', user: 'U2', place: 'C1', mark: '3.0' });
    expect(others.seen).toEqual({ C1: '2.0' });
  });

  it('counts mails before the newest seen, and all when that one is gone', () => {
    const mails = ['c', 'b', 'a'].map((id) => ({
      id,
      receivedAt: '2026-11-23T08:00:00Z',
      from: '',
      to: [],
      cc: [],
      subject: '',
      text: '',
      attachments: [],
    }));
    expect(unreadMails(mails, { mail: 'b' })).toBe(1);
    expect(unreadMails(mails, { mail: 'x' })).toBe(3);
  });
});
