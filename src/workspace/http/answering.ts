import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Site } from '../site.ts';
import { answerText } from './answer.ts';
import { HttpRefusal } from './body.ts';
import { openWithToken, refuseStranger } from './guard.ts';
import { answerPageFile } from './page-files.ts';
import { pageRoutes } from './page-routes.ts';
import { findRoute } from './route.ts';
import { slackRoutes } from './slack-routes.ts';

/** Answers every HTTP request: the app by its tokens, the page behind its guard, the rest with a refusal. */
export async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(site, request, response);
  } catch (error) {
    answerFailure(site, request, response, error);
  }
}

async function route(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local');
  const slack = findRoute(slackRoutes, request.method, url.pathname);
  if (slack) return slack.route.answer(site, request, response, slack.caught);
  const isRead = request.method === 'GET';
  if (isRead && url.pathname === '/' && url.searchParams.has('token'))
    return openWithToken(request, response, site.options.pageToken);
  refuseStranger(request, site.options.pageToken, !isRead);
  const page = findRoute(pageRoutes, request.method, url.pathname);
  if (page) return page.route.answer(site, request, response, page.caught);
  if (!isRead || url.pathname.startsWith('/page/')) throw new HttpRefusal(404, 'There is nothing here.');
  await answerPageFile(site.options.pageFolder, decodeURIComponent(url.pathname), response);
}

function answerFailure(site: Site, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const refusal =
    error instanceof HttpRefusal ? error : new HttpRefusal(500, 'The workspace failed: see its log.');
  if (refusal !== error) site.log(`${request.method ?? ''} ${pathOf(request)} failed: ${String(error)}`);
  if (response.headersSent) response.destroy();
  else answerText(response, refusal.status, refusal.message);
}

/** Without the query, which may carry the start-up token. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? '';
}
