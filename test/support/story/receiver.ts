import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What a service that locks was told, and by which signature. */
export interface Heard {
  readonly id: string;
  readonly event: string;
  readonly sequence: number;
  readonly locked: boolean;
  readonly customer?: { readonly number: string; readonly name: string };
  readonly hold?: { readonly kind: string; readonly reason: string; readonly since: string | null };
  readonly owed?: readonly { readonly currency: string; readonly amount: string }[];
  readonly page?: { readonly language: string; readonly title: string; readonly text: string } | null;
}

/** A service that listens to Dunwell, as one would be written from the README: it verifies, then locks or unlocks. */
export interface Receiver {
  readonly url: string;
  readonly secret: string;
  /** What was heard and verified, each try of it. */
  readonly heard: readonly Heard[];
  /** Requests whose signature was not ours. */
  readonly forged: () => number;
  /** Whether a customer is locked out, from all that was heard once. */
  readonly isLocked: (number: string) => boolean;
  /** How it answers from now on: a status, silence until the other side gives up, or as if it were down. */
  answer: number | 'silence' | 'down';
}

/** Listens until the test file is done. */
export async function startReceiver(secret = 'a secret of the service'): Promise<Receiver> {
  const heard: Heard[] = [];
  let forged = 0;
  const receiver = {
    url: '',
    secret,
    heard,
    forged: () => forged,
    isLocked: (number: string) => lastOf(heard, number)?.locked ?? false,
    answer: 200 as Receiver['answer'],
  };
  const server = createServer((request, response) => {
    const take = async (): Promise<void> => {
      const body = await bodyOf(request);
      if (receiver.answer === 'down') {
        request.socket.destroy();
        return;
      }
      if (isOurs(request, body, secret)) heard.push(JSON.parse(body) as Heard);
      else forged += 1;
      if (receiver.answer !== 'silence')
        response.writeHead(receiver.answer).end('an answer that nobody reads');
    };
    take().catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/holds`;
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return receiver;
}

/** An event that comes again changes nothing, and neither does one that is older than what is known. */
function lastOf(heard: readonly Heard[], number: string): Heard | undefined {
  return heard
    .filter(({ customer }) => customer?.number === number)
    .toSorted((a, b) => b.sequence - a.sequence)[0];
}

function isOurs({ headers }: IncomingMessage, body: string, secret: string): boolean {
  const [, t = '', v1 = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['dunwell-signature'])) ?? [];
  const expected = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return v1 !== '' && timingSafeEqual(Buffer.from(v1), Buffer.from(expected));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
