import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../faults.ts';
import { answerJson } from '../http/answer.ts';
import { readBody, readForm } from '../http/body.ts';
import { LIMITS } from '../limits.ts';
import type { Site } from '../site.ts';
import type { Arguments, Method } from './call.ts';
import { ApiError, errorBody } from './errors.ts';
import { METHODS } from './methods.ts';

/** Answers POST (or GET) /api/<method> as Slack does: always 200, except for rate limits and ordered faults. */
export async function answerApiCall(
  site: Site,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const fault = site.faults.take(name);
  if (fault && meetBefore(fault, response)) return;
  const answer = await call(site, name, request);
  if (fault?.kind === 'unclear') request.socket.destroy();
  else answerJson(response, 200, answer);
}

/** True when the fault was the whole answer. */
export function meetBefore(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'ratelimited':
      answerJson(
        response,
        429,
        { ok: false, error: 'ratelimited' },
        { 'retry-after': fault.retryAfterSeconds },
      );
      return true;
    case 'server_error':
      answerJson(response, 500, { ok: false, error: 'internal_error' });
      return true;
    case 'refused':
      answerJson(response, 200, { ok: false, error: fault.error });
      return true;
    case 'unclear':
      return false;
  }
}

async function call(site: Site, name: string, request: IncomingMessage): Promise<Record<string, unknown>> {
  try {
    const method = METHODS.get(name);
    if (!method) throw new ApiError('unknown_method', []);
    const args = await readArguments(request);
    authorise(site, method, request, args);
    return { ok: true, ...method.run(site, args) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    site.log(`${name} refused: ${error.message}`);
    return errorBody(error);
  }
}

async function readArguments(request: IncomingMessage): Promise<Arguments> {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://local').searchParams);
  const body = await readBody(request, LIMITS.apiBodyBytes);
  if (body.length === 0) return query;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { ...query, ...readJsonArguments(body) };
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data'))
    throw new ApiError('invalid_post_type');
  return { ...query, ...Object.fromEntries(await readForm(type, body)) };
}

function readJsonArguments(body: Buffer): Arguments {
  const read = parse(body.toString('utf8'));
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new ApiError('json_not_object');
  return read as Arguments;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('invalid_json');
  }
}

function authorise(site: Site, method: Method, request: IncomingMessage, args: Arguments): void {
  if (method.token === 'none') return;
  const token = bearer(request) ?? (typeof args['token'] === 'string' ? args['token'] : undefined);
  if (!token) throw new ApiError('not_authed');
  const { botToken, appToken } = site.options;
  if (token !== botToken && token !== appToken) throw new ApiError('invalid_auth');
  if (token !== (method.token === 'bot' ? botToken : appToken)) throw new ApiError('not_allowed_token_type');
}

/** The token of an Authorization header, if there is one. */
export function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
