import { mintSecret } from '../ids.ts';
import { LIMITS } from '../limits.ts';

/** What a response_url may do: answer one person in one channel, or change the message they pressed on. */
export interface ResponseRight {
  readonly userId: string;
  readonly channel: string;
  readonly threadTs?: string;
  readonly messageTs?: string;
}

export interface ResponseUrls {
  readonly mint: (right: ResponseRight) => string;
  /** Uses it once more. */
  readonly use: (secret: string) => ResponseRight | { readonly error: 'expired_url' | 'used_url' };
}

export function createResponseUrls(machineNow: () => Date): ResponseUrls {
  const issued = new Map<string, { readonly right: ResponseRight; readonly at: number; uses: number }>();
  return {
    mint: (right) => {
      const at = machineNow().getTime();
      for (const [secret, old] of issued) if (isExpired(old.at, at)) issued.delete(secret);
      const secret = mintSecret();
      issued.set(secret, { right, at, uses: 0 });
      return secret;
    },
    use: (secret) => {
      const found = issued.get(secret);
      if (!found || isExpired(found.at, machineNow().getTime())) return { error: 'expired_url' };
      if (found.uses >= LIMITS.responseUrlUses) return { error: 'used_url' };
      found.uses += 1;
      return found.right;
    },
  };
}

function isExpired(at: number, now: number): boolean {
  return now - at > LIMITS.responseUrlMs;
}
