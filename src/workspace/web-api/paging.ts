import { LIMITS } from '../limits.ts';
import { ApiError } from './errors.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string;
}

/** One page of a list, by Slack's opaque cursor. Throws `invalid_cursor`, `invalid_limit`. */
export function paged<Item>(all: readonly Item[], limit = 100, cursor = ''): Page<Item> {
  if (limit < 1 || limit > LIMITS.pageSize) throw new ApiError('invalid_limit');
  const start = cursor === '' ? 0 : readCursor(cursor);
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? writeCursor(end) : '' };
}

function writeCursor(offset: number): string {
  return Buffer.from(`next:${offset}`).toString('base64');
}

function readCursor(cursor: string): number {
  const [, offset] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (offset === undefined) throw new ApiError('invalid_cursor');
  return Number(offset);
}
