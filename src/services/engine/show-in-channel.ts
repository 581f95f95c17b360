import { and, eq, gte, sql } from 'drizzle-orm';
import { card, outbox } from '../../../db/schema/index.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import type { Decision } from '../../core/dunning/decision.ts';
import { pressedOf } from '../../core/dunning/pressure.ts';
import { casesShown, showCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import type { Judged } from './press.ts';

/**
 * Puts the biggest of the newly called cases into the team's channel, a few a day: everything else is in the morning
 * lists and behind `/overdue`, and comes to the channel when something happens that the team should see.
 */
export async function showInChannel(
  scope: Scope,
  calls: readonly Judged<Extract<Decision, { kind: 'call' }>>[],
): Promise<void> {
  const shown = await casesShown(
    scope,
    calls.map(({ file }) => file.facts.caseId),
  );
  const room = scope.workspace.dailyCardCap - (await postedToday(scope));
  if (room <= 0) return;
  const biggest = calls
    .filter(({ file }) => !shown.has(file.facts.caseId))
    .map(({ file }) => ({ caseId: file.facts.caseId, pressed: pressedOf(file.facts, scope.now) }))
    .sort((a, b) => (a.pressed === b.pressed ? a.caseId - b.caseId : a.pressed < b.pressed ? 1 : -1));
  for (const { caseId } of biggest.slice(0, room)) await showCase(scope, caseId);
}

async function postedToday(scope: Scope): Promise<number> {
  const [row] = await scope.tx
    .select({ count: sql<string>`count(*)` })
    .from(card)
    .innerJoin(outbox, and(eq(outbox.workspaceId, card.workspaceId), eq(outbox.id, card.outboxId)))
    .where(
      and(
        eq(card.kind, 'case'),
        gte(outbox.createdAt, instantAt(scope.workspace.zone, scope.today, '00:00')),
      ),
    );
  return Number(row?.count ?? 0);
}
