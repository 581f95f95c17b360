import type { ApprovalRow } from '../../../db/schema/index.ts';
import type { Bench } from '../../core/approval/bench.ts';
import { dateIn, timeIn } from '../../core/calendar/zone.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import type { CaseFile } from '../case/file.ts';
import type { Member } from '../member/roster.ts';
import type { Actor } from '../ports.ts';
import type { Scope } from '../scope.ts';
import { approversOf, type Asking, stillAsked } from './approvers.ts';

/**
 * Whoever presses, if their agreement counts.
 * @throws DomainError `forbidden`, naming those who decide, and when they may who would otherwise be barred.
 */
export function requireApprover(
  scope: Scope,
  asking: Asking & { readonly people: ReadonlyMap<number, Member> },
  { memberId }: Actor,
): Member {
  const { people } = asking;
  const bench = approversOf(scope, people, asking);
  const person = people.get(memberId);
  if (person?.active === true && bench.may.includes(memberId)) return person;
  throw new DomainError('forbidden', `${why(memberId, asking)} ${whoElse(scope, people, bench, memberId)}`);
}

function why(memberId: number, { ownerId, askers }: Asking): string {
  if (ownerId === memberId) return 'You own this customer, so';
  return askers.includes(memberId) ? 'You asked for this, so' : 'You cannot decide this:';
}

function whoElse(scope: Scope, people: ReadonlyMap<number, Member>, bench: Bench, memberId: number): string {
  const names = stillAsked(people, bench).join(', ');
  const later = laterWords(scope, bench, memberId);
  if (names === '') return `${later ?? 'it is for a manager: an admin names one with /team'}.`;
  return `somebody else decides: ${names}${later === undefined ? '' : `; ${later}`}.`;
}

/** From when somebody may who is barred until then. */
export function laterWords(scope: Scope, bench: Bench, memberId: number): string | undefined {
  if (bench.aloneFrom === undefined || bench.alone || !bench.asked.includes(memberId)) return undefined;
  return `you may from ${momentWords(scope, bench.aloneFrom)}, as there is nobody else`;
}

function momentWords({ workspace, today }: Scope, at: Date): string {
  return `${formatDate(dateIn(workspace.zone, at), { today })} ${timeIn(workspace.zone, at)}`;
}

/** @throws DomainError `conflict`, saying who was first and what they did */
export function refuseSecond(
  people: ReadonlyMap<number, Member>,
  { status, decidedBy, reason }: ApprovalRow,
): void {
  if (status === 'pending') return;
  const who = (decidedBy === null ? undefined : people.get(decidedBy)?.name) ?? 'somebody';
  const how = status === 'lapsed' ? `lapsed, because ${reason ?? 'the sum changed'}` : `${status} by ${who}`;
  throw new DomainError('conflict', `Already ${how}; your press changed nothing.`);
}

/** What is approved is carried out at once, and in shadow mode nothing goes to customers. */
export function refuseInShadow(
  { workspace }: Scope,
  { ladder }: CaseFile,
  { kind, step }: Pick<ApprovalRow, 'kind' | 'step'>,
): void {
  const kindOfStep = ladder.steps.find((one) => one.key === step)?.kind;
  const reachesThem = kindOfStep === 'claim' || kindOfStep === 'hold';
  if (!workspace.shadow || (!reachesThem && kind !== 'hold')) return;
  throw new DomainError(
    'conflict',
    'Shadow mode is on, so nothing goes to customers: a manager lets letters out with /team first.',
  );
}
