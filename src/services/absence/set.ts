import { endAbsences, insertAbsence } from '../../../db/queries/absence/write.ts';
import { caseIdsOfMember } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { lockTeam } from '../../../db/queries/member/change.ts';
import { tasksAround } from '../../../db/queries/task/holders.ts';
import type { Role } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { nextOpen } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { actingMember } from '../member/acting.ts';
import { holderOf } from '../member/holder.ts';
import { type Absence, absenceAt, absencesOf, isWorking } from '../member/presence.ts';
import { type Member, requireRole, roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { BackFacts } from '../notice.ts';
import type { Actor, Office } from '../ports.ts';
import { planRoutines } from '../routine/plan.ts';
import { calendarOf, type Scope, within } from '../scope.ts';
import { returnFrom } from './return.ts';
import { settleHands } from './settle-hands.ts';

/** Who may say of somebody else that they are away. */
export const absenceKeepers: readonly Role[] = ['lead', 'manager', 'admin'];

export interface AbsenceWish {
  readonly memberId: number;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Absent: the standing deputy. */
  readonly deputyId?: number;
}

export interface AbsenceSet {
  readonly person: Member;
  /** Who has the person's calls meanwhile. */
  readonly standIn: Member;
  /** Open tasks that changed hands at once. */
  readonly tasks: number;
  /** The absence, with what was entered before. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/**
 * Notes that somebody is away: what falls due meanwhile goes to whoever stands in, from now on and before it is due.
 * What was entered before and overlaps makes one absence with it, so that nobody is back at work by entering a day of
 * their holidays; the deputy who is named last stands in for all of it.
 * @throws DomainError `invalid` for days that cannot be or a deputy who cannot stand in, `forbidden` for somebody who
 * may not enter it.
 */
export async function setAbsence(office: Office, actor: Actor, wish: AbsenceWish): Promise<AbsenceSet> {
  return within(office, actor.workspaceId, async (scope) => {
    const caseIds = await caseIdsOfMember(scope.tx, wish.memberId);
    await lockCases(scope.tx, caseIds);
    const { by, person } = await concerned(scope, actor, wish.memberId);
    refuseWrongDays(scope, person, wish);
    const before = absencesOf(person).filter((one) => one.from <= wish.to && wish.from <= one.to);
    const whole = joined(wish, before);
    await refuseWrongDeputy(scope, person, whole);
    await endAbsences(
      scope.tx,
      before.map(({ row }) => row.id),
      scope.now,
    );
    await insertAbsence(scope.tx, {
      memberId: person.id,
      fromDay: whole.from,
      toDay: whole.to,
      deputyId: whole.deputyId ?? null,
      setBy: by.id,
      setAt: scope.now,
    });
    const people = await roster(scope);
    const settled = await settleHands(scope, people, await tasksAround(scope.tx, person.id));
    const standIn = holderOf(people, person.id, firstNoon(scope, person, whole.from));
    await tell(scope, { person, by, whole, standIn, tasks: settled.length });
    await planRoutines(scope);
    await refreshCards(scope, 'case', caseIds.map(String));
    await wakeCases(scope, caseIds);
    return { person, standIn, tasks: settled.length, from: whole.from, to: whole.to };
  });
}

/**
 * Somebody is back before their absence was over, or will not be away after all.
 * @throws DomainError `conflict` when they are not away.
 */
export async function endAbsence(office: Office, actor: Actor, memberId: number): Promise<BackFacts> {
  return within(office, actor.workspaceId, async (scope) => {
    const caseIds = await caseIdsOfMember(scope.tx, memberId);
    await lockCases(scope.tx, caseIds);
    const { by, person } = await concerned(scope, actor, memberId);
    const absence = absenceAt(person, scope.now) ?? absencesOf(person)[0];
    if (absence === undefined)
      throw new DomainError('conflict', `${person.name} is not away, and no absence is to come.`);
    const facts = await returnFrom(scope, await roster(scope), person, absence, by.id);
    await planRoutines(scope);
    await refreshCards(scope, 'case', caseIds.map(String));
    await wakeCases(scope, caseIds);
    return facts;
  });
}

/** One absence of what is wished and what it overlaps. */
function joined(wish: AbsenceWish, before: readonly Absence[]): AbsenceWish {
  const deputyId = wish.deputyId ?? before.find(({ row }) => row.deputyId !== null)?.row.deputyId;
  return {
    memberId: wish.memberId,
    from: [wish, ...before].map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
    to: [wish, ...before].map(({ to }) => to).reduce((a, b) => (a > b ? a : b)),
    ...(deputyId === undefined || deputyId === null ? {} : { deputyId }),
  };
}

/** Noon of the first day, of those to come, on which the person would have worked. */
function firstNoon(scope: Scope, person: Member, from: BusinessDate): Date {
  const today = dateIn(person.zone, scope.now);
  return instantAt(person.zone, nextOpen(calendarOf(person), from < today ? today : from), '12:00');
}

/** The team stands still for this change. */
async function concerned(scope: Scope, actor: Actor, memberId: number) {
  await lockTeam(scope.tx);
  const { person: by, people } = await actingMember(scope, actor);
  const person = people.get(memberId);
  if (person === undefined || !person.active)
    throw new DomainError('not_found', `There is no active member ${memberId} here: /team shows who is.`);
  if (person.id !== by.id) requireRole(people, by, absenceKeepers, `say that ${person.name} is away`);
  return { by, person };
}

function refuseWrongDays(scope: Scope, person: Member, { from, to }: AbsenceWish): void {
  const today = dateIn(person.zone, scope.now);
  if (to < from)
    throw new DomainError(
      'invalid',
      `${formatDate(to, { today })} is before ${formatDate(from, { today })}: write the first day first.`,
    );
  if (to < today)
    throw new DomainError('invalid', `${formatDate(to, { today })} is past: choose today or later.`);
}

async function refuseWrongDeputy(
  scope: Scope,
  person: Member,
  { deputyId, from, to }: AbsenceWish,
): Promise<void> {
  if (deputyId === undefined) return;
  const deputy = (await roster(scope)).get(deputyId);
  if (deputyId === person.id)
    throw new DomainError('invalid', `${person.name} cannot stand in for themselves: name somebody else.`);
  if (deputy === undefined || !deputy.active)
    throw new DomainError(
      'invalid',
      `${deputy?.name ?? 'That person'} is not active here: name somebody else.`,
    );
  const window = { from: instantAt(deputy.zone, from, '00:00'), to: instantAt(deputy.zone, to, '23:59') };
  if (!isWorking(deputy, window))
    throw new DomainError(
      'invalid',
      `${deputy.name} does not work on these days either: name somebody else.`,
    );
}

interface Told extends Pick<AbsenceSet, 'person' | 'standIn' | 'tasks'> {
  readonly by: Member;
  readonly whole: AbsenceWish;
}

async function tell(scope: Scope, { person, by, whole: { from, to }, standIn, tasks }: Told): Promise<void> {
  const readers = new Set([standIn.id, person.id]);
  readers.delete(by.id);
  await enqueue(
    scope,
    [...readers].map((reader) => ({
      stream: directStream(reader),
      class: 'durable',
      notice: {
        kind: 'away',
        memberId: person.id,
        reader,
        from,
        to,
        setBy: by.id,
        standInId: standIn.id,
        tasks,
      },
    })),
  );
  await record(scope, [
    {
      what: 'absence entered',
      memberId: by.id,
      details: { member: person.name, from, to, deputy: standIn.name },
    },
  ]);
}
