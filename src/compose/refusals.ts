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

const unavailable = (message: string): DomainError => new DomainError('unavailable', message);

interface SystemError {
  readonly code?: string;
  readonly port?: number;
}

const systemErrorOf = (error: unknown): SystemError =>
  error instanceof Error ? (error as Error & SystemError) : {};
