import { pino } from 'pino';
import type { Log } from '../services/ports.ts';

/** Keys under which a library may hang a secret on an error or a request; their values never reach a log. */
const secrets = ['token', 'password', 'authorization', 'secret', 'connectionString', 'url'];

export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
  });
}
