import type { Action, Card, Reply } from '../../src/chat/types.ts';
import { findCustomer } from '../../src/services/customer/find.ts';
import { previewLadders } from '../../src/services/ladder/preview.ts';
import { type Scope, within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { previewCard } from '../views/ladder/preview.ts';

/** `/ladder preview [customer]` */
export async function previewLine(context: Context, named: string): Promise<Reply> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const customerId = named === '' ? undefined : (await findCustomer(scope, named)).customerId;
    return { kind: 'card', card: await cardOf(scope, 0, customerId) };
  });
}

export async function previewPressed(context: Context, args: Action['args']): Promise<Reply> {
  return within(context.office, context.actor.workspaceId, async (scope) => ({
    kind: 'card',
    card: await cardOf(scope, 0, customerOf(args)),
  }));
}

export async function pageTurned(context: Context, args: Action['args']): Promise<Reply> {
  return within(context.office, context.actor.workspaceId, async (scope) => ({
    kind: 'replace',
    card: await cardOf(scope, Number(args['page'] ?? 0), customerOf(args)),
  }));
}

async function cardOf(scope: Scope, page: number, customerId: number | undefined): Promise<Card> {
  const preview = await previewLadders(scope, customerId);
  return previewCard(preview, {
    page,
    today: scope.today,
    ...(customerId === undefined ? {} : { customerId }),
  });
}

const customerOf = ({ customer }: Action['args']): number | undefined =>
  typeof customer === 'number' ? customer : undefined;
