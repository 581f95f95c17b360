import { isIP } from 'node:net';
import { DomainError } from '../core/error.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Give up when the connection cannot be made encrypted. */
  readonly requireTLS: boolean;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
}

/**
 * Reads `smtp://host:port` (encrypted when the server offers it) or `smtps://user:password@host`. A password is never
 * sent in the clear, except to this machine itself. Throws `invalid`, without repeating the password.
 */
export function readMailServer(url: string): MailServer {
  const { protocol, hostname, port, username, password } = parsed(url);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const hasLogin = username !== '';
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: hasLogin && !secure && !isThisMachine(host),
    login: hasLogin ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
  };
}

function parsed(url: string): URL {
  const result = URL.canParse(url) ? new URL(url) : undefined;
  if (result?.hostname && (result.protocol === 'smtp:' || result.protocol === 'smtps:')) return result;
  throw new DomainError(
    'invalid',
    'The address of the mail server cannot be read. Write smtp://host:port or smtps://user:password@host.',
  );
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
