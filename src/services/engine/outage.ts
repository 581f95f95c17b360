import {
  closeOutages,
  doneSince,
  insertOutage,
  notePulse,
  openOutages,
} from '../../../db/queries/clock/pulse.ts';
import { canWorkIn } from '../../core/task/presence.ts';
import { type Outage, outageSince } from '../../core/task/outage.ts';
import { record } from '../audit/record.ts';
import type { CaughtUpDeed } from '../notice.ts';
import { channelStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

/** Notes that the engine looks now, and what it means if it did not for long: an outage that is to be caught up. */
export async function noteLook({ tx, now }: Scope): Promise<void> {
  const outage = outageSince(await notePulse(tx, now), now);
  if (outage !== undefined) await insertOutage(tx, outage.from, outage.to);
}

/** The time in which Dunwell was down and of which not everything is caught up; two in a row are one. */
export async function outageToCatchUp({ tx }: Scope): Promise<Outage | undefined> {
  const open = await openOutages(tx);
  const [first, last] = [open[0], open.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: first.downFrom, to: last.upAt };
}

/**
 * Tells the team once, when nothing is due any more, how long Dunwell was down and what it made up for. A night in
 * which nothing was missed is not worth a message.
 * @returns whether there was an outage to close.
 */
export async function tellCaughtUp(scope: Scope): Promise<boolean> {
  const outage = await outageToCatchUp(scope);
  if (outage === undefined) return false;
  const deeds = await deedsSince(scope, outage.to);
  await closeOutages(scope.tx, scope.now);
  const { from, to } = { from: outage.from.toISOString(), to: outage.to.toISOString() };
  await record(scope, [{ what: 'outage caught up', details: { from, to } }]);
  const wasMissed = deeds.length > 0 || canWorkIn(officeOf(scope), outage);
  if (wasMissed && scope.workspace.teamChannel !== null)
    await enqueue(scope, [
      { stream: channelStream, class: 'durable', notice: { kind: 'caught up', from, to, deeds } },
    ]);
  return true;
}

const officeOf = ({ calendar }: Scope) => ({ calendar, hours: { from: '09:00', to: '17:00' }, away: [] });

/** In the order of a day at the desk; what did not happen is left out. */
async function deedsSince({ tx }: Scope, since: Date): Promise<readonly CaughtUpDeed[]> {
  const { calls, letters, recorded } = await doneSince(tx, since);
  const times = (...whats: readonly string[]): number =>
    whats.reduce((sum, what) => sum + (recorded.get(what) ?? 0), 0);
  const asked = [...recorded].filter(([what]) => what.endsWith(' approval asked'));
  const all: readonly CaughtUpDeed[] = [
    { deed: 'deadlines moved', times: times(deadlineMoved) },
    { deed: 'reminders merged', times: times(remindersMerged) },
    { deed: 'promises judged', times: times('promise kept', 'promise partial', 'promise broken') },
    { deed: 'pauses ended', times: times('pause over') },
    { deed: 'letters sent', times: letters },
    { deed: 'calls opened', times: calls },
    { deed: 'approvals asked', times: asked.reduce((sum, [, n]) => sum + n, 0) },
  ];
  return all.filter((one) => one.times > 0);
}

/** How it stands in the history that somebody got more time because Dunwell was down. */
export const deadlineMoved = 'deadline moved: Dunwell was down';

/** How it stands there that one message took the place of several. */
export const remindersMerged = 'reminders merged: Dunwell was down';
