import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { ChatError, type ChatFailure } from '../../port.ts';

/** Whether people would see it if a request were made twice. */
export type Effect = 'seenTwice' | 'repeatable';

/** Seconds to wait where Slack names none. */
const SOON = 5;
const A_WHILE = 60;

/** Slack's words for "not now". `request_timeout`: the request came in pieces and was not read. */
const NOT_NOW: Readonly<Record<string, number>> = {
  ratelimited: A_WHILE,
  rate_limited: A_WHILE,
  message_limit_exceeded: A_WHILE,
  request_timeout: SOON,
  team_added_to_org: A_WHILE,
  org_login_required: A_WHILE,
};

/** Slack's words for having failed somewhere on the way: the work may be done. */
const WHO_KNOWS = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'external_channel_migrating',
]);

/** Failures before a connection stood: the request never left. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|.*_CERT(_.*)?|UNABLE_TO_.*)$/;

/** Makes a request, and of whatever it throws a `ChatError` that says what is safe to do next. */
export async function attempt<Value>(effect: Effect, request: () => Promise<Value>): Promise<Value> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof ChatError) throw error;
    const { failure, code } = classified(error);
    throw new ChatError(eased(failure, effect), code, { cause: error });
  }
}

/** For an HTTP answer outside the Web API: uploads, downloads, response addresses. */
export function httpFailure(status: number, retryAfter: string | null): ChatError {
  return new ChatError(failureOfStatus(status, retryAfter), `http_${status}`);
}

interface Classified {
  readonly failure: ChatFailure;
  readonly code: string;
}

function classified(error: unknown): Classified {
  if (error instanceof WebAPIRateLimitedError)
    return { failure: later(error.retryAfter), code: 'ratelimited' };
  if (error instanceof WebAPIPlatformError) return platform(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    return { failure: failureOfStatus(error.statusCode, null), code: `http_${error.statusCode}` };
  }
  const code = networkCode(error);
  return { failure: NEVER_LEFT.test(code) ? later(SOON) : { kind: 'unclear' }, code };
}

/** An answer that is no word of Slack's is a page of something in between. */
function platform(word: string): Classified {
  if (!/^[\w.:-]{1,80}$/.test(word)) return { failure: { kind: 'unclear' }, code: 'unreadable_answer' };
  const seconds = NOT_NOW[word];
  if (seconds !== undefined) return { failure: later(seconds), code: word };
  return { failure: { kind: WHO_KNOWS.has(word) ? 'unclear' : 'refused' }, code: word };
}

function failureOfStatus(status: number, retryAfter: string | null): ChatFailure {
  if (status === 429) return later(Number(retryAfter) || A_WHILE);
  return { kind: status >= 500 ? 'unclear' : 'refused' };
}

/** The first code in a chain of causes: fetch hides it two levels down. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'no_answer';
  if (error.name === 'TimeoutError') return 'timeout';
  if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('slack_'))
    return error.code;
  return networkCode(error instanceof AggregateError ? error.errors[0] : error.cause);
}

/** What can be repeated unseen need not be looked up first. */
function eased(failure: ChatFailure, effect: Effect): ChatFailure {
  return failure.kind === 'unclear' && effect === 'repeatable' ? later(SOON) : failure;
}

function later(afterSeconds: number): ChatFailure {
  return { kind: 'later', afterSeconds };
}
