import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { openTab, seenHome } from '../interactions/home.ts';
import { press } from '../interactions/press.ts';
import { say, upload } from '../interactions/say.ts';
import { invoke } from '../interactions/shortcut.ts';
import { close, submit } from '../interactions/submit.ts';
import { LIMITS } from '../limits.ts';
import { see, seenBy, waitingFor } from '../reading.ts';
import { readMessages, readState } from '../seen.ts';
import type { Site } from '../site.ts';
import { answerDownload, answerJson } from './answer.ts';
import { HttpRefusal, readBody, readJson } from './body.ts';
import type { Route } from './route.ts';

/** The API of the page, as src/workspace/api.ts describes it. The guard has let these requests in. */
export const pageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/page\/state$/,
    answer: async (site, _request, response) => answerJson(response, 200, await readState(site)),
  },
  {
    // A permalink: the page keeps its place in the hash.
    method: 'GET',
    path: /^\/archives\/(\w+)\/p(\d+)(\d{6})$/,
    answer: (_site, request, response, [channel = '', seconds = '', micros = '']) => {
      const { thread_ts: parent } = query(request);
      const place = parent === undefined ? channel : `${channel}/${encodeURIComponent(parent)}`;
      response.writeHead(303, { location: `/#/${place}?message=${seconds}.${micros}` }).end();
    },
  },
  {
    method: 'GET',
    path: /^\/page\/messages$/,
    answer: (site, request, response) => answerJson(response, 200, { messages: seenMessages(site, request) }),
  },
  {
    method: 'POST',
    path: /^\/page\/messages$/,
    answer: async (site, request, response) => {
      const { error } = await say(site, await readBodyAs(request, said));
      answerJson(response, 200, error === undefined ? {} : { error });
    },
  },
  {
    method: 'POST',
    path: /^\/page\/files$/,
    answer: async (site, request, response) => {
      const to = understand(uploadQuery, query(request));
      const bytes = new Uint8Array(await readBody(request, LIMITS.uploadBytes));
      const thread = to.thread ? { thread: to.thread } : {};
      answerJson(
        response,
        200,
        upload(site, { user: to.user, channel: to.channel, name: to.name, ...thread, bytes }),
      );
    },
  },
  {
    method: 'GET',
    path: /^\/page\/files\/(F[A-Z0-9]+)$/,
    answer: (site, _request, response, [id = '']) => {
      const file = site.store.state.files.get(id);
      const bytes = file && site.store.readFile(id);
      if (!file || !bytes) throw new HttpRefusal(404, 'There is no such file.');
      answerDownload(response, file, bytes);
    },
  },
  {
    method: 'POST',
    path: /^\/page\/actions$/,
    answer: async (site, request, response) =>
      answerJson(response, 200, await press(site, await readBodyAs(request, pressed))),
  },
  {
    method: 'POST',
    path: /^\/page\/views$/,
    answer: async (site, request, response) => {
      const body = await readBodyAs(request, z.union([closed, submitted]));
      answerJson(response, 200, await ('close' in body ? close(site, body) : submit(site, body)));
    },
  },
  {
    method: 'GET',
    path: /^\/page\/home$/,
    answer: (site, request, response) => {
      const home = seenHome(site, query(request)['user'] ?? '');
      answerJson(response, 200, home === undefined ? {} : { home });
    },
  },
  {
    method: 'POST',
    path: /^\/page\/home$/,
    answer: async (site, request, response) => {
      const { user, tab } = await readBodyAs(request, openedTab);
      answerJson(response, 200, openTab(site, user, tab));
    },
  },
  {
    method: 'POST',
    path: /^\/page\/shortcuts$/,
    answer: async (site, request, response) =>
      answerJson(response, 200, await invoke(site, await readBodyAs(request, invoked))),
  },
  {
    method: 'GET',
    path: /^\/page\/seen$/,
    answer: (site, request, response) =>
      answerJson(response, 200, { seen: seenBy(site, query(request)['user'] ?? '') }),
  },
  {
    method: 'POST',
    path: /^\/page\/seen$/,
    answer: async (site, request, response) =>
      answerJson(response, 200, see(site, await readBodyAs(request, sighted))),
  },
  {
    method: 'GET',
    path: /^\/page\/waiting$/,
    answer: (site, _request, response) => answerJson(response, 200, { waiting: waitingFor(site) }),
  },
  {
    method: 'GET',
    path: /^\/page\/clock$/,
    answer: async (site, _request, response) => answerJson(response, 200, await clockOf(site).read()),
  },
  {
    method: 'POST',
    path: /^\/page\/clock$/,
    answer: async (site, request, response) => {
      const { step } = await readBodyAs(request, clockStep);
      const clock = await clockOf(site).step(step);
      site.events.emit({ type: 'clock', clock });
      answerJson(response, 200, clock);
    },
  },
  {
    method: 'GET',
    path: /^\/page\/mail$/,
    answer: (site, _request, response) =>
      answerJson(response, 200, { mails: site.lent.mailbox?.mails() ?? [] }),
  },
  {
    method: 'GET',
    path: /^\/page\/mail\/([\w-]+)\/(\d+)$/,
    answer: async (site, _request, response, [id = '', index = '']) => {
      const attachment = await site.lent.mailbox?.attachment(id, Number(index));
      if (!attachment) throw new HttpRefusal(404, 'There is no such attachment.');
      answerDownload(response, attachment, attachment.bytes);
    },
  },
];

const thread = z.string().min(1).optional();
const values = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
const said = z
  .object({ user: z.string(), channel: z.string(), thread, text: z.string() })
  .transform(({ thread: to, ...rest }) => (to === undefined ? rest : { ...rest, thread: to }));
const pressed = z
  .object({
    user: z.string(),
    from: z.union([z.object({ channel: z.string(), ts: z.string() }), z.object({ view: z.string() })]),
    action: z.record(z.string(), z.unknown()),
    values: values.optional(),
  })
  .transform(({ values: filled, ...rest }) => (filled === undefined ? rest : { ...rest, values: filled }));
const submitted = z.object({ user: z.string(), view: z.string(), values });
const sighted = z.object({
  user: z.string(),
  place: z.string().max(LIMITS.id),
  mark: z.string().max(LIMITS.id),
});
const openedTab = z.object({ user: z.string(), tab: z.enum(['home', 'messages']) });
const invoked = z
  .object({
    user: z.string(),
    shortcut: z.string(),
    on: z.object({ channel: z.string(), ts: z.string() }).optional(),
  })
  .transform(({ on, ...rest }) => (on === undefined ? rest : { ...rest, on }));
const closed = z.object({ user: z.string(), view: z.string(), close: z.literal(true) });
const uploadQuery = z.object({
  user: z.string(),
  channel: z.string(),
  name: z.string().min(1).max(LIMITS.id),
  thread: z.string().optional(),
});
const clockStep = z.object({
  step: z.union([z.enum(['hour', 'morning', 'event']), z.object({ to: z.iso.datetime({ offset: true }) })]),
});

function seenMessages(site: Site, request: IncomingMessage) {
  const messages = readMessages(site, query(request));
  if (!messages) throw new HttpRefusal(404, 'You are not in a channel with that id.');
  return messages;
}

function clockOf(site: Site) {
  if (!site.lent.clock) throw new HttpRefusal(404, 'This workspace has no clock to move.');
  return site.lent.clock;
}

function query(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(new URL(request.url ?? '/', 'http://local').searchParams);
}

async function readBodyAs<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<z.output<Schema>> {
  return understand(schema, await readJson(request, LIMITS.apiBodyBytes));
}

function understand<Schema extends z.ZodType>(schema: Schema, said: unknown): z.output<Schema> {
  const read = schema.safeParse(said);
  if (read.success) return read.data;
  throw new HttpRefusal(400, `The request is not understood: ${z.prettifyError(read.error)}`);
}
