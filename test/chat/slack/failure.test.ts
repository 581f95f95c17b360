import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { ChatFailure } from '../../../src/chat/port.ts';
import { attempt, httpFailure, type Effect } from '../../../src/chat/slack/send/failure.ts';

const UNCLEAR: ChatFailure = { kind: 'unclear' };
const REFUSED: ChatFailure = { kind: 'refused' };
const soon: ChatFailure = { kind: 'later', afterSeconds: 5 };
const aWhile: ChatFailure = { kind: 'later', afterSeconds: 60 };

describe('a failed post', () => {
  it.each<readonly [string, Error, ChatFailure, string]>([
    ['a rate limit', new WebAPIRateLimitedError(17), { kind: 'later', afterSeconds: 17 }, 'ratelimited'],
    ['a rate limit of the channel', said('rate_limited'), aWhile, 'rate_limited'],
    ['a message that came in pieces', said('request_timeout'), soon, 'request_timeout'],
    ['a fault inside Slack', said('internal_error'), UNCLEAR, 'internal_error'],
    ['Slack being away', said('service_unavailable'), UNCLEAR, 'service_unavailable'],
    ['a channel that is not there', said('channel_not_found'), REFUSED, 'channel_not_found'],
    ['blocks that Slack does not take', said('invalid_blocks'), REFUSED, 'invalid_blocks'],
    ['a page of something in between', said('<html>Bad gateway</html>'), UNCLEAR, 'unreadable_answer'],
    ['HTTP 503', new WebAPIHTTPError(503, '', {}), UNCLEAR, 'http_503'],
    ['HTTP 403', new WebAPIHTTPError(403, '', {}), REFUSED, 'http_403'],
    ['nobody listening', unsent('ECONNREFUSED'), soon, 'ECONNREFUSED'],
    ['no such host', unsent('ENOTFOUND'), soon, 'ENOTFOUND'],
    ['an untrusted certificate', unsent('DEPTH_ZERO_SELF_SIGNED_CERT'), soon, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['both addresses refusing', unsentTo(['ECONNREFUSED', 'ECONNREFUSED']), soon, 'ECONNREFUSED'],
    ['a connection that broke', unsent('ECONNRESET'), UNCLEAR, 'ECONNRESET'],
    ['the other side hanging up', unsent('UND_ERR_SOCKET'), UNCLEAR, 'UND_ERR_SOCKET'],
    [
      'no answer in time',
      new WebAPIRequestError(new DOMException('late', 'TimeoutError')),
      UNCLEAR,
      'timeout',
    ],
    ['something unheard of', new TypeError('terminated'), UNCLEAR, 'no_answer'],
  ])('by %s', async (_, error, failure, code) => {
    expect(await failed('seenTwice', error)).toMatchObject({ failure, code, cause: error });
  });

  it('that can be repeated unseen need not be looked up', async () => {
    expect(await failed('repeatable', unsent('ECONNRESET'))).toMatchObject({ failure: soon });
    expect(await failed('repeatable', said('channel_not_found'))).toMatchObject({ failure: REFUSED });
  });

  it('over HTTP is told apart alike', () => {
    expect(httpFailure(429, '3').failure).toEqual({ kind: 'later', afterSeconds: 3 });
    expect(httpFailure(429, null).failure).toEqual(aWhile);
    expect(httpFailure(500, null).failure).toEqual(UNCLEAR);
    expect(httpFailure(404, null)).toMatchObject({ failure: REFUSED, code: 'http_404' });
  });
});

async function failed(effect: Effect, error: Error): Promise<unknown> {
  try {
    return await attempt(effect, () => Promise.reject(error));
  } catch (thrown) {
    return thrown;
  }
}

function said(error: string): WebAPIPlatformError {
  return new WebAPIPlatformError({ ok: false, error });
}

/** As Node's fetch fails: the code is in the cause of the cause. */
function unsent(code: string): WebAPIRequestError {
  return new WebAPIRequestError(new TypeError('fetch failed', { cause: coded(code) }));
}

function unsentTo(codes: readonly string[]): WebAPIRequestError {
  return new WebAPIRequestError(
    new TypeError('fetch failed', { cause: new AggregateError(codes.map(coded)) }),
  );
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
