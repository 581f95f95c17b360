import { findCustomer } from '../../../db/queries/customer/file.ts';
import { findInvoice } from '../../../db/queries/invoice/find.ts';
import { DomainError } from '../../core/error.ts';
import type { Segment } from '../../core/dunning/whose-ladder.ts';
import type { Scope } from '../scope.ts';
import { ladderOrder, type LadderTarget } from './order.ts';

/** For whom a ladder is set, in words, and which ladder that is now. */
export interface Target {
  readonly name: string;
  /** A ladder's name; empty for none of its own. */
  readonly has: string;
}

/** @throws DomainError `not_found` */
export async function targetOf(scope: Scope, target: LadderTarget): Promise<Target> {
  const order = await ladderOrder(scope);
  switch (target.kind) {
    case 'workspace':
      return { name: 'everybody', has: order.workspace };
    case 'segment': {
      const { field, value } = target.segment;
      const rule = order.rules.find((one) => one.field === field && one.value === value);
      return { name: segmentWords(target.segment), has: rule?.ladder ?? '' };
    }
    case 'customer': {
      const row = await findCustomer(scope.tx, target.customerId);
      if (row === undefined)
        throw new DomainError('not_found', `There is no customer ${target.customerId} here.`);
      return { name: row.name, has: row.ladder ?? '' };
    }
    case 'invoice': {
      const row = await findInvoice(scope.tx, target.invoiceId);
      if (row === undefined)
        throw new DomainError('not_found', `There is no invoice ${target.invoiceId} here.`);
      return { name: `invoice ${row.number} of ${row.customerName}`, has: row.ownLadder };
    }
  }
}

/** "customers in DE", "customers tagged vip". */
export function segmentWords({ field, value }: Segment): string {
  switch (field) {
    case 'country':
      return `customers in ${value}`;
    case 'tag':
      return `customers tagged ${value}`;
    case 'payer type':
      return `every ${value}`;
  }
}
