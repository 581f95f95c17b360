import type { Announcer, Heard } from '../../services/ports.ts';
import { signatureOf } from './sign.ts';

export interface WebhookAccount {
  readonly url: string;
  readonly secret: string;
  /** The machine clock. */
  readonly now: () => Date;
  /** How long a receiver may take to answer. */
  readonly patienceMs?: number | undefined;
}

/** Posts signed announcements to one address. Nothing it answers holds the address, the secret or the body. */
export function connectWebhook({ url, secret, now, patienceMs = 10_000 }: WebhookAccount): Announcer {
  return {
    send: async (eventId, body) => {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'user-agent': 'Dunwell',
            'dunwell-event': eventId,
            'dunwell-signature': signatureOf(secret, now(), body),
          },
          body,
          // What is signed for one address is not carried to another.
          redirect: 'manual',
          signal: AbortSignal.timeout(patienceMs),
        });
        await response.body?.cancel();
        return heardAs(response);
      } catch (error) {
        return { kind: 'silent', answer: silence(error, patienceMs) };
      }
    },
  };
}

function heardAs({ ok, status, headers }: Response): Heard {
  if (ok) return { kind: 'confirmed', answer: String(status) };
  const answer = status >= 300 && status < 400 ? `HTTP ${status}, a redirection` : `HTTP ${status}`;
  const wait = Number(headers.get('retry-after') ?? Number.NaN);
  return { kind: 'refused', answer, ...(wait > 0 ? { retryAfterSeconds: wait } : {}) };
}

function silence(error: unknown, patienceMs: number): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return `no answer in ${patienceMs / 1000} s`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? `no answer (${code})` : 'no answer';
}
