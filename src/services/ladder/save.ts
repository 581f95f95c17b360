import { insertLadder } from '../../../db/queries/ladder/versions.ts';
import { lockAllCases } from '../../../db/queries/case/lock.ts';
import { type LadderDifference, ladderDifferences } from '../../core/dunning/ladder-difference.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { readLadderYaml } from '../../core/dunning/read-ladder-yaml.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { type LadderMove, ladderMoves } from './moves.ts';
import { ladderOrder } from './order.ts';
import { ladderRoles } from './set.ts';
import { moveCases } from './settle.ts';
import { ladderShelf, type LadderVersion, sayTheSame, type Shelf, versionOf } from './shelf.ts';
import { ladderTitle } from './title.ts';

/** Characters of a file; a ladder of forty steps with conditions has a third of it. */
const longestFile = 40_000;

/** What saving a file would do. */
export interface LadderDraft {
  /** With the number it would get. */
  readonly ladder: Ladder;
  /** Undefined for the first of its name. */
  readonly before: LadderVersion | undefined;
  /** Empty when nothing is another: then there is nothing to save. */
  readonly differences: readonly LadderDifference[];
  /** Cases that follow by themselves, and those that run on an older version. */
  readonly free: number;
  readonly running: number;
}

/**
 * Reads a ladder that somebody wrote and says what is new in it; nothing is saved.
 * @throws DomainError `forbidden` for whoever is no admin; `invalid`, naming every fault with its line and field.
 */
export async function draftLadder(office: Office, actor: Actor, text: string): Promise<LadderDraft> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, ladderRoles, 'save ladders');
    return draftOf(scope, await ladderShelf(scope), text);
  });
}

/**
 * Saves a ladder as a new version. Cases for which nothing was sent or done yet follow at once; running ones keep
 * theirs unless they are moved along.
 * @param over The version that it was compared with; 0 for none. Somebody may have saved another one since.
 */
export async function saveLadder(
  office: Office,
  actor: Actor,
  text: string,
  { over, moveRunning }: { readonly over: number; readonly moveRunning: boolean },
): Promise<{ readonly ladder: Ladder; readonly free: number; readonly moved: number }> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, ladderRoles, 'save ladders');
    await lockAllCases(scope.tx);
    const shelf = await ladderShelf(scope);
    const { ladder, before } = readDraft(shelf, text);
    if ((before?.ladder.version ?? 0) !== over)
      throw new DomainError(
        'conflict',
        `${nameOf(people, before?.savedBy)} was first: ${ladder.name} is at version ${before?.ladder.version ?? 0} now. Your press changed nothing; send the file again to see what is new in it.`,
      );
    const { name, version } = ladder;
    const row = await insertLadder(scope.tx, {
      name,
      version,
      definition: { ...ladder },
      savedBy: person.id,
      savedAt: scope.now,
    });
    if (row === undefined)
      throw new DomainError('conflict', `Somebody saved ${ladderTitle(ladder)} in this moment: look again.`);
    const moves = await movesTo(scope, new Map([...shelf, [name, versionOf(row)]]), name);
    const moving = moves.filter(({ state }) => state === 'free' || (moveRunning && state === 'running'));
    await moveCases(scope, moving, person.id);
    const moved = moving.filter(({ state }) => state === 'running').length;
    await record(scope, [
      { what: 'ladder saved', memberId: person.id, details: { ladder: ladderTitle(ladder), moved } },
    ]);
    return { ladder, free: moving.length - moved, moved };
  });
}

/** A file as the next version of its ladder; what it says about its number is not heard. */
function readDraft(
  shelf: Shelf,
  text: string,
): { readonly ladder: Ladder; readonly before: LadderVersion | undefined } {
  if (text.length > longestFile)
    throw new DomainError(
      'invalid',
      `This file has ${text.length.toLocaleString('en')} characters; a ladder has at most ${longestFile.toLocaleString('en')}.`,
    );
  const written = readLadderYaml(text);
  const name = readName(written.name);
  const before = shelf.get(name);
  return { ladder: { ...written, name, version: (before?.ladder.version ?? 0) + 1 }, before };
}

function readName(name: string): string {
  if (/^[a-z][a-z0-9-]{0,30}$/.test(name) && name !== 'none') return name;
  throw new DomainError(
    'invalid',
    `A ladder cannot be called "${name}": write a name of lower-case letters, digits and hyphens, such as soft-exports.`,
  );
}

async function draftOf(scope: Scope, shelf: Shelf, text: string): Promise<LadderDraft> {
  const { ladder, before } = readDraft(shelf, text);
  const isSame = before !== undefined && sayTheSame(before.ladder, ladder);
  const differences = before === undefined || isSame ? [] : ladderDifferences(before.ladder, ladder);
  // Nobody is on a version that is not there yet: it counts who would be.
  const next = { id: 0, ladder, savedBy: undefined, savedAt: undefined };
  const moves = await movesTo(scope, new Map([...shelf, [ladder.name, next]]), ladder.name);
  const count = (state: LadderMove['state']): number => moves.filter((move) => move.state === state).length;
  return { ladder, before, differences, free: count('free'), running: count('running') };
}

/** The cases that should be on the newest version of a ladder and are not. */
async function movesTo(scope: Scope, shelf: Shelf, name: string): Promise<readonly LadderMove[]> {
  const moves = await ladderMoves(scope, { order: await ladderOrder(scope), shelf });
  return moves.filter(({ to }) => to.ladder.name === name);
}

function nameOf(
  people: ReadonlyMap<number, { readonly name: string }>,
  memberId: number | undefined,
): string {
  return (memberId === undefined ? undefined : people.get(memberId)?.name) ?? 'Somebody';
}
