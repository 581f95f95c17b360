import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/workspace/api.ts';
import {
  addressOf,
  type Place,
  placeOfPermalink,
  readPlace,
} from '../../../src/workspace/page/state/place.ts';
import { placeFor } from '../../../src/workspace/page/state/usePlaceForMe.ts';

describe('a place', () => {
  it('comes back from its address whatever the ids are', () => {
    const id = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text !== 'mail');
    const place: fc.Arbitrary<Place> = fc.oneof(
      fc.constant({ kind: 'nowhere' } as const),
      fc.record({ kind: fc.constant('mail' as const), mail: id }, { requiredKeys: ['kind'] }),
      fc.record(
        { kind: fc.constant('channel' as const), channel: id, thread: id, message: id },
        { requiredKeys: ['kind', 'channel'] },
      ),
    );
    fc.assert(
      fc.property(place, (asked) => {
        expect(readPlace(addressOf(asked))).toEqual(asked);
      }),
    );
  });

  it('is nowhere for a hash that cannot be read', () => {
    expect(readPlace('#/%E0%A4%A')).toEqual({ kind: 'nowhere' });
  });

  it('is read from a permalink of the server', () => {
    expect(placeOfPermalink(new URL('http://local/archives/C1/p2000001?thread_ts=1.000001'))).toEqual({
      kind: 'channel',
      channel: 'C1',
      thread: '1.000001',
      message: '2.000001',
    });
    expect(placeOfPermalink(new URL('http://local/?file=F1'))).toBeUndefined();
  });
});

describe('the place that is shown', () => {
  const channels: readonly Channel[] = [
    { id: 'D1', name: 'bot', kind: 'im', members: ['U1', 'U0'] },
    { id: 'D2', name: 'bot', kind: 'im', members: ['U2', 'U0'] },
    { id: 'C1', name: 'collections', kind: 'channel', members: ['U1', 'U2', 'U0'] },
    { id: 'C2', name: 'secret', kind: 'channel', members: ['U2', 'U0'] },
  ];
  const mine = { me: 'U1', users: [], channels };
  const channel = (id: string): Place => ({ kind: 'channel', channel: id });

  it('is the first channel where none or a foreign one was asked for', () => {
    expect(placeFor({ kind: 'nowhere' }, mine, false)).toEqual(channel('C1'));
    expect(placeFor(channel('C2'), mine, false)).toEqual(channel('C1'));
    expect(placeFor({ kind: 'mail' }, mine, false)).toEqual(channel('C1'));
  });

  it("becomes one's own direct message with the same partner", () => {
    expect(placeFor(channel('D2'), mine, false)).toEqual(channel('D1'));
  });
});
