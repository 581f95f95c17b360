import * as queries from '../../../db/queries/clock/next-moment.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

export interface NextMoment {
  readonly at: Date;
  /** Such as `digest and morning list of Rita Reyes`. */
  readonly what: string;
}

/** What happens next in a workspace, and when; nothing when nothing is planned. */
export async function nextMoment(office: Office, workspaceId: number): Promise<NextMoment | undefined> {
  return within(office, workspaceId, async ({ tx, now }) => {
    const next = await queries.nextMoment(tx, now);
    return next && { at: next.at, what: wordsFor(next.what) };
  });
}

/** More than these would not fit beside the clock. */
const namedThings = 3;

function wordsFor(planned: readonly queries.Planned[]): string {
  const named = planned.slice(0, namedThings).map(wordFor);
  const rest = planned.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more`;
  const last = named.at(-1) ?? '';
  return named.length === 1 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}

function wordFor({ kind, name, count }: queries.Planned): string {
  switch (kind) {
    case 'deadline':
      return count === 1 ? 'the deadline of a task' : `deadlines of ${count} cases`;
    case 'task':
      return count === 1 ? 'a task is due' : `tasks of ${count} cases are due`;
    case 'case':
      return `${name === null ? 'a look at' : `${name.replaceAll('-', ' ')} for`} ${count === 1 ? 'a case' : `${count} cases`}`;
    case 'digest':
      return 'digest';
    case 'morning list':
      return `morning list of ${name ?? 'somebody'}`;
    case 'away':
      return `${name ?? 'somebody'} is away`;
    case 'back':
      return `${name ?? 'somebody'} is back`;
    case 'message':
      return count === 1 ? 'a message that waited' : `${count} messages that waited`;
  }
}
