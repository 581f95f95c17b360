import { ladderRules } from '../../../db/queries/ladder/order.ts';
import type { LadderBearer, LadderOrder, Segment } from '../../core/dunning/whose-ladder.ts';
import type { Scope } from '../scope.ts';

/** What the team says about who is on which ladder. */
export async function ladderOrder({ tx, workspace }: Scope): Promise<LadderOrder> {
  const rules = await ladderRules(tx);
  return {
    workspace: workspace.ladder,
    rules: rules.map(({ field, value, ladder }) => ({ field, value, ladder })),
  };
}

/** For whom a ladder is set. */
export type LadderTarget =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'customer'; readonly customerId: number }
  | { readonly kind: 'invoice'; readonly invoiceId: number; readonly customerId: number };

/** Whose ladder is to be another one. */
export interface LadderChange {
  readonly target: LadderTarget;
  /** A ladder's name; undefined: none of its own any more. */
  readonly ladder: string | undefined;
}

/** What the team says after a change; what one customer or invoice has stands elsewhere. */
export function orderAfter(order: LadderOrder, { target, ladder }: LadderChange): LadderOrder {
  switch (target.kind) {
    case 'workspace':
      return { ...order, workspace: ladder ?? order.workspace };
    case 'segment':
      return { ...order, rules: rulesAfter(order.rules, target.segment, ladder) };
    case 'customer':
    case 'invoice':
      return order;
  }
}

/** What a customer's ladder is chosen by after a change. */
export function bearerAfter(
  bearer: LadderBearer,
  customerId: number,
  { target, ladder }: LadderChange,
): LadderBearer {
  return target.kind === 'customer' && target.customerId === customerId ? { ...bearer, ladder } : bearer;
}

function rulesAfter(
  rules: LadderOrder['rules'],
  segment: Segment,
  ladder: string | undefined,
): LadderOrder['rules'] {
  const isIt = (one: Segment): boolean => one.field === segment.field && one.value === segment.value;
  if (ladder === undefined) return rules.filter((one) => !isIt(one));
  if (!rules.some(isIt)) return [...rules, { ...segment, ladder }];
  return rules.map((one) => (isIt(one) ? { ...one, ladder } : one));
}
