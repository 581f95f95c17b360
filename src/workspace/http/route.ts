import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Site } from '../site.ts';

type Answer = (
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  /** What the path's groups caught. */
  caught: readonly string[],
) => void | Promise<void>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'ANY';
  readonly path: RegExp;
  readonly answer: Answer;
}

/** The first route that fits, with what its path caught. */
export function findRoute(
  routes: readonly Route[],
  method: string | undefined,
  path: string,
): { readonly route: Route; readonly caught: readonly string[] } | undefined {
  for (const route of routes) {
    const match = route.method === method || route.method === 'ANY' ? route.path.exec(path) : null;
    if (match) return { route, caught: match.slice(1) };
  }
  return undefined;
}
