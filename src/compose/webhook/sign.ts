import { createHmac } from 'node:crypto';

/**
 * The header by which a receiver knows that a body is ours and new: `t=1767257400,v1=<hex>`, where `t` is the second
 * of the sending and `v1` the HMAC-SHA256 of `t`, a full stop and the body's bytes, keyed with the shared secret.
 */
export function signatureOf(secret: string, sentAt: Date, body: string): string {
  const t = Math.floor(sentAt.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
