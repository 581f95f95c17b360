import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { LetterKind } from '../../core/letter/kinds.ts';
import type { Audience } from '../../core/letter/audience.ts';
import type { CaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';
import { addressBook } from './address.ts';
import { tellWritten } from './told.ts';
import { type LetterOrder, writeLetters } from './write.ts';

/** A letter beside the ladder, about something that has just happened. */
export interface NoticeOrder {
  readonly file: CaseFile;
  readonly kind: Extract<
    LetterKind,
    | 'service-hold notice'
    | 'access-restored notice'
    | 'orders-resumed notice'
    | 'credit-restored notice'
    | 'orders suspended'
    | 'moved to prepayment'
    | 'thank-you'
  >;
  readonly audience: Audience;
  /** Invoices, by id; may be none where nothing is asked for. */
  readonly named: readonly number[];
  /** Against what promise a hold came off. Minor units of the case's currency. */
  readonly promised?: { readonly amount: bigint; readonly on: BusinessDate };
  readonly byUs?: boolean;
}

/**
 * Sends letters about something that happened now. In shadow mode they are shown and withheld; where nobody has an
 * address that is said in the case's thread.
 */
export async function sendNotices(scope: Scope, orders: readonly NoticeOrder[]): Promise<void> {
  if (orders.length === 0) return;
  const book = await addressBook(
    scope,
    orders.map(({ file }) => file.customerId),
  );
  const how = ({ file, audience }: NoticeOrder): LetterOrder['how'] => {
    if (book(file.customerId, audience).length === 0) return 'impossible';
    return scope.workspace.shadow ? 'withhold' : 'send';
  };
  const rows = await writeLetters(
    scope,
    orders.map((order) => ({
      ...order,
      on: dateIn(order.file.facts.calendar.zone, scope.now),
      how: how(order),
      occurrenceId: null,
    })),
  );
  await tellWritten(scope, rows);
}
