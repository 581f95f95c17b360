import type { IncomingMessage, ServerResponse } from 'node:http';
import { respond } from '../interactions/respond.ts';
import { LIMITS } from '../limits.ts';
import type { Site } from '../site.ts';
import { answerApiCall, bearer, meetBefore } from '../web-api/dispatch.ts';
import { ApiError, errorBody } from '../web-api/errors.ts';
import { answerDownload, answerJson, answerText } from './answer.ts';
import { readBody, readForm, readJson } from './body.ts';
import type { Route } from './route.ts';

/** What the app reaches: the Web API, response URLs, upload URLs and private files. Each carries its own right. */
export const slackRoutes: readonly Route[] = [
  {
    method: 'ANY',
    path: /^\/api\/([a-zA-Z.]+)$/,
    answer: (site, request, response, [name = '']) => answerApiCall(site, name, request, response),
  },
  {
    method: 'POST',
    path: /^\/response\/([\w-]+)$/,
    answer: (site, request, response, [secret = '']) => answerResponse(site, secret, request, response),
  },
  {
    method: 'POST',
    path: /^\/upload\/v1\/([\w-]+)$/,
    answer: (site, request, response, [secret = '']) => answerUpload(site, secret, request, response),
  },
  {
    method: 'GET',
    path: /^\/files-pri\/[^/]+-(F[A-Z0-9]+)\//,
    answer: (site, request, response, [id = '']) => answerFile(site, id, request, response),
  },
];

async function answerResponse(
  site: Site,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await readJson(request, LIMITS.apiBodyBytes);
  const fault = site.faults.take('response_url');
  if (fault && meetBefore(fault, response)) return;
  const right = site.responseUrls.use(secret);
  if ('error' in right) return answerJson(response, 404, { ok: false, error: right.error });
  try {
    respond(site, right, body);
    if (fault) request.socket.destroy();
    else answerText(response, 200, 'ok');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    site.log(`response_url refused: ${error.message}`);
    answerJson(response, 400, errorBody(error));
  }
}

async function answerUpload(site: Site, secret: string, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request, LIMITS.uploadBytes + 64 * 1_024);
  const type = request.headers['content-type'] ?? '';
  const bytes = type.startsWith('multipart/form-data') ? await onlyFile(type, body) : new Uint8Array(body);
  const taken = bytes !== undefined && site.uploads.receive(secret, bytes);
  if (taken) answerText(response, 200, `OK - ${bytes.length}`);
  else
    answerText(
      response,
      400,
      'The upload URL is unknown or used, or the size differs from the one announced.',
    );
}

async function onlyFile(type: string, body: Buffer): Promise<Uint8Array | undefined> {
  const files = [...(await readForm(type, body)).values()];
  return files.find((value): value is Uint8Array => typeof value !== 'string');
}

/** Slack redirects the unauthorised to a sign-in page; a plain refusal says the same to a program. */
function answerFile(site: Site, id: string, request: IncomingMessage, response: ServerResponse): void {
  if (bearer(request) !== site.options.botToken)
    return answerText(response, 403, 'Send the bot token as Bearer.');
  const file = site.store.state.files.get(id);
  const bytes = file && site.store.readFile(id);
  if (!file || !bytes) return answerText(response, 404, 'There is no such file.');
  answerDownload(response, file, bytes);
}
