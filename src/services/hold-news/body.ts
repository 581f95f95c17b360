import { casesOfCustomers } from '../../../db/queries/case/ids.ts';
import { findCustomer } from '../../../db/queries/customer/file.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import type { LockedPage } from '../../letters/locked-page.ts';
import { loadCaseFiles } from '../case/file.ts';
import { pageOf } from '../hold/page.ts';
import { leftOf, owedTexts } from '../hold/still-owed.ts';
import type { Scope } from '../scope.ts';
import type { HoldEvent, HoldNews } from './news.ts';

/** What a receiver reads beside the event itself. */
export interface HoldBody {
  readonly workspace: { readonly id: number; readonly name: string };
  /** Whether what `hold.kind` names is locked from now on: all that a simple receiver needs. */
  readonly locked: boolean;
  readonly customer: { readonly number: string; readonly name: string };
  readonly hold: {
    /** Null: it is warned of, and not proposed yet. */
    readonly id: number | null;
    readonly kind: HoldRow['kind'];
    /** Why it was proposed; for ourselves, not for the customer. */
    readonly reason: string;
    /** Since when it is on. */
    readonly since: string | null;
    /** Why it changed. */
    readonly because: string;
    /** Of a warning: the first day on which the hold can come, YYYY-MM-DD. */
    readonly from?: string;
  };
  /** What is to be paid before it comes off; more than one only with several currencies. */
  readonly owed: readonly { readonly currency: string; readonly amount: string }[];
  /** For the page that is shown instead of the service, in the customer's language; null while nothing is locked. */
  readonly page: LockedPage | null;
}

/** All that is told about one change, as it is in this moment. */
export async function bodyOf(scope: Scope, { event, hold, because }: HoldNews): Promise<HoldBody> {
  const { id, name } = scope.workspace;
  const cases = await casesOfCustomers(scope.tx, [hold.customerId]);
  const files = await loadCaseFiles(
    scope,
    cases.map((one) => one.id),
  );
  const locked = locksAt(event);
  return {
    workspace: { id, name },
    locked,
    customer: await customerOf(scope, hold.customerId),
    hold: {
      id: hold.id,
      kind: hold.kind,
      reason: hold.reason,
      since: hold.onSince?.toISOString() ?? null,
      because,
    },
    owed: owedTexts(await leftOf(scope, hold, files)),
    page: locked ? ((await pageOf(scope, hold, files)) ?? null) : null,
  };
}

async function customerOf({ tx }: Scope, customerId: number): Promise<HoldBody['customer']> {
  const row = await findCustomer(tx, customerId);
  if (row === undefined) throw new Error(`customer ${customerId} is gone`);
  return { number: row.number, name: row.name };
}

/** What the service is to do at an event. */
export function locksAt(event: HoldEvent): boolean {
  switch (event) {
    case 'on':
    case 'on again':
    case 'amount changed':
      return true;
    case 'warned':
    case 'suspended':
    case 'lifted':
    case 'refused':
    case 'lapsed':
    case 'test':
      return false;
  }
}
