import { expect, it } from 'vitest';
import { targetsFor } from '../../../src/workspace/page/jump/targets.ts';
import { startSession } from '../../../src/workspace/page/state/session.ts';

const person = { title: 'rep', timeZone: 'UTC', isAdmin: false, isBot: false };
const users = [
  { ...person, id: 'U1', name: 'Ana' },
  { ...person, id: 'U2', name: 'Ben Lead' },
  { ...person, id: 'U0', name: 'Bot', isBot: true },
];
const channels = [
  { id: 'C1', name: 'collections', kind: 'channel', members: ['U1', 'U2'] },
  { id: 'C2', name: 'closed', kind: 'channel', members: ['U2'] },
  { id: 'D1', name: 'Bot', kind: 'im', members: ['U1', 'U0'] },
] as const;
const workspace = { team: { id: 'T', name: 'Team' }, users, channels, commands: [], shortcuts: [] };
const session = {
  ...startSession(
    'U1',
    { ...workspace, botUserId: 'U0', botConnected: true, mail: true, uploadBytes: 100 },
    0,
  ),
  histories: {
    C1: [
      { channel: 'C1', ts: '1.0', user: 'U2', text: '*Lagerhaus &amp; Co* owes\nmuch' },
      { channel: 'C1', ts: '2.0', user: 'U2', text: 'Lagerhaus paid' },
      {
        channel: 'C1',
        ts: '3.0',
        user: 'U0',
        text: 'card',
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Kornhaus' } }],
      },
    ],
  },
};
const titles = (typed: string): readonly string[] =>
  targetsFor(typed, session, { me: 'U1', users, channels }).map(({ title }) => title);

it('lists what is open to me and whom I can become', () => {
  expect(titles('')).toEqual(['#collections', 'Bot', 'Bot: Home', 'Mail', 'Ben Lead']);
});

it('finds by any part of the name, in any order', () => {
  expect(titles('LEAD ben')).toEqual(['Ben Lead']);
  expect(titles('coll')).toEqual(['#collections']);
});

it('finds messages that hold all the words, the newest first, as they read', () => {
  expect(titles('lagerhaus')).toEqual(['Lagerhaus paid', 'Lagerhaus & Co owes']);
  expect(titles('kornhaus')).toEqual(['card']);
  expect(titles('lagerhaus much')).toEqual(['Lagerhaus & Co owes']);
});
