import type { Card, Command } from '../src/chat/types.ts';
import { overviews } from '../src/services/case/overview.ts';
import { ledgerIsStale } from '../src/services/import/tell-stale.ts';
import { type Member, roster } from '../src/services/member/roster.ts';
import { type Scope, within } from '../src/services/scope.ts';
import { finishCommitment } from '../src/services/task/finish-commitment.ts';
import { handedOverTo } from '../src/services/task/handed-over.ts';
import type { Context } from './context.ts';
import { callListCard } from './views/calls.ts';
import { isForToday } from './views/calls/for-today.ts';
import { handedOverLine } from './views/calls/taken-over.ts';

/** `/calls`: my calls, whatever day they are from. */
export const calls: Command<Context> = {
  name: 'calls',
  summary: 'Your calls today, with what to know before you dial',
  options: [],
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async (context) =>
    within(context.office, context.actor.workspaceId, async (scope) => ({
      kind: 'card',
      card: await callsOf(scope, context.member, 'Your calls', 0),
    })),
  presses: {
    page: {
      run: async (context, args) =>
        within(context.office, context.actor.workspaceId, async (scope) => ({
          kind: 'replace',
          card: await callsOf(scope, context.member, 'Your calls', Number(args['page'] ?? 0)),
        })),
    },
    done: {
      run: async (context, args) => {
        const what = await finishCommitment(context.office, context.actor, Number(args['task']));
        return { kind: 'card', card: { summary: 'Done', parts: [{ kind: 'text', text: `Done: ${what}` }] } };
      },
    },
  },
  submissions: {},
};

/** The open tasks that somebody holds, as a list to call through, of whatever day they are. */
async function callsOf(scope: Scope, person: Member, title: string, page: number): Promise<Card> {
  const found = await overviews(scope, { holderId: person.id });
  return callListCard({ ...(await listFor(scope, person)), title, found, page });
}

/** The beginning of what somebody has to do today: who is closed today is called on another day. */
export async function todaysCallsOf(scope: Scope, person: Member, title: string): Promise<Card> {
  const { rows } = await overviews(scope, { holderId: person.id });
  const today = rows.filter((row) => isForToday(row, scope.now));
  return callListCard({
    ...(await listFor(scope, person)),
    title,
    found: { rows: today, totalCases: today.length },
    later: rows.length - today.length,
  });
}

async function listFor(scope: Scope, person: Member) {
  const people = await roster(scope);
  const handedOver = await handedOverTo(scope, person);
  return {
    notes: new Map(
      [...handedOver].map(([id, { missedBy }]) => [id, handedOverLine(people, person.id, missedBy)]),
    ),
    today: scope.today,
    zone: person.zone,
    covers: scope.workspace.ledgerCovers,
    stale: ledgerIsStale(scope),
  };
}
