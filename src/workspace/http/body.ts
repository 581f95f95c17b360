import type { IncomingMessage } from 'node:http';

/** A request that is refused before anything is done; the sentence says what to do. */
export class HttpRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'HttpRefusal';
    this.status = status;
  }
}

/** The whole body; refuses with 413 as soon as it is over the limit, whatever its header claimed. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBytes)
      throw new HttpRefusal(413, `The body is larger than ${maxBytes} bytes: send less.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const body = await readBody(request, maxBytes);
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new HttpRefusal(400, 'The body is not JSON.');
  }
}

/** Fields of a form, text or bytes, of either form encoding. */
export async function readForm(
  contentType: string,
  body: Buffer,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  const fields = [...form].map(async ([name, value]) => {
    const said = typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer());
    return [name, said] as const;
  });
  return new Map(await Promise.all(fields));
}
