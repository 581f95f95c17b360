import { createHmac } from 'node:crypto';

export const superuser = 'postgres';

/** One secret is kept; the password of each role follows from it, so that none has to be stored twice. */
export function passwordsFrom(secret: string): (role: string) => string {
  return (role) => createHmac('sha256', secret).update(role).digest('hex');
}

export function urlFor(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}
