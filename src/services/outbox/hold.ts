import { tellableAt } from '../member/presence.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/**
 * Until when each of these streams is held: nobody is written to at night, on their day off or while they are away.
 * Streams that reach nobody directly, and those of people at work, have no hold.
 */
export async function holdsOf(scope: Scope, streams: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const direct = streams.filter((stream) => readerOf(stream) !== undefined);
  if (direct.length === 0) return new Map();
  const people = await roster(scope);
  const holds = new Map<string, Date>();
  for (const stream of direct) {
    const reader = people.get(readerOf(stream) ?? 0);
    const at = reader?.active === true ? tellableAt(reader, scope.now) : scope.now;
    if (at > scope.now) holds.set(stream, at);
  }
  return holds;
}

/**
 * Looks again at the reader of a message that was held: whoever went away meanwhile is held for longer, and nobody
 * writes to somebody who left.
 */
export async function holdAgain(scope: Scope, stream: string): Promise<'send' | 'drop' | Date> {
  const reader: Member | undefined = (await roster(scope)).get(readerOf(stream) ?? 0);
  if (reader === undefined) return 'send';
  if (!reader.active) return 'drop';
  const at = tellableAt(reader, scope.now);
  return at > scope.now ? at : 'send';
}

/** The member whom a stream reaches directly. */
function readerOf(stream: string): number | undefined {
  return stream.startsWith('member:') ? Number(stream.slice('member:'.length)) : undefined;
}
