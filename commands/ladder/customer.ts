import type { Action, Card, Reply } from '../../src/chat/types.ts';
import { findCustomer } from '../../src/services/customer/find.ts';
import { customerNamed } from '../../src/services/customer/named.ts';
import { ladderOfCustomer, laddersOfCases } from '../../src/services/ladder/of-customer.ts';
import { type Scope, within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { customerLadderCard } from '../views/ladder/customer.ts';

/** Which ladder the customer is on whom the words name, and where that comes from. */
export async function showCustomer(scope: Scope, named: string): Promise<Card> {
  return cardOf(scope, (await findCustomer(scope, named)).customerId);
}

/** The same for the customer of a press. */
export async function showOfPress(context: Context, args: Action['args']): Promise<Reply> {
  return within(context.office, context.actor.workspaceId, async (scope) => ({
    kind: 'card',
    card: await cardOf(scope, Number(args['customer'])),
  }));
}

async function cardOf(scope: Scope, customerId: number): Promise<Card> {
  const name = await customerNamed(scope, customerId);
  const choice = await ladderOfCustomer(scope, customerId);
  return customerLadderCard({ customerId, name }, choice, await laddersOfCases(scope, customerId, choice));
}
