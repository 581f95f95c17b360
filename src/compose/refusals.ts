import { ChatError } from '../chat/port.ts';
import { DomainError } from '../core/error.ts';

/** A port that cannot be had is an expected failure and names the way out; anything else stays what it was. */
export function portRefusal(error: unknown, setting: 'PORT' | 'SLACK_PORT'): unknown {
  const { code, port = 'asked for' } = systemErrorOf(error);
  if (code === 'EADDRINUSE')
    return unavailable(`Port ${port} is taken: stop what listens there, or set ${setting} to another one.`);
  if (code === 'EACCES')
    return unavailable(`Port ${port} is not for this user: set ${setting} to one above 1023.`);
  return error;
}

/** The same for a database of somebody else's. Its address is told without the password. */
export function databaseRefusal(error: unknown, url: string): unknown {
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname}:${port === '' ? '5432' : port}`;
  const { code } = systemErrorOf(error);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'CONNECT_TIMEOUT':
      return unavailable(`No database answers at ${place} (${code}): start it, or correct DATABASE_URL.`);
    case '28P01':
    case '28000':
      return unavailable(
        `The database at ${place} refuses "${username}": correct the login in DATABASE_URL.`,
      );
    case '3D000':
      return unavailable(
        `There is no database "${pathname.slice(1)}" at ${place}: create it, or correct DATABASE_URL.`,
      );
    default:
      return error;
  }
}

const pages = { SLACK_BOT_TOKEN: 'OAuth & Permissions', SLACK_APP_TOKEN: 'Basic Information' } as const;

/** The same for Slack, where signing in uses one token and listening the other. */
export function slackRefusal(error: unknown, setting: keyof typeof pages): unknown {
  const word = slackWordOf(error);
  if (word === undefined) return error;
  if (unreached.has(word))
    return unavailable(
      `Slack does not answer (${word}): look at the network, and at SLACK_API_URL if it is set.`,
    );
  if (word === 'missing_scope')
    return unavailable(
      "The Slack app lacks a scope (missing_scope): give it the README's manifest, and install it again.",
    );
  return unavailable(
    `Slack refuses ${setting} (${word}): copy the token from the app's page "${pages[setting]}" again.`,
  );
}

/** Slack's own word; of a request that never got there, the SDK's. */
function slackWordOf(error: unknown): string | undefined {
  if (error instanceof ChatError) return error.code;
  if (!(error instanceof Error)) return undefined;
  const { code, data } = error as Error & {
    readonly code?: string;
    readonly data?: { readonly error?: string };
  };
  return code === 'slack_webapi_platform_error'
    ? data?.error
    : code?.startsWith('slack_webapi_')
      ? code
      : undefined;
}

const unreached = new Set(['no_answer', 'slack_webapi_request_error', 'slack_webapi_http_error']);

const unavailable = (message: string): DomainError => new DomainError('unavailable', message);

interface SystemError {
  readonly code?: string;
  readonly port?: number;
}

const systemErrorOf = (error: unknown): SystemError =>
  error instanceof Error ? (error as Error & SystemError) : {};
