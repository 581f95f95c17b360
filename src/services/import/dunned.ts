import {
  casesWithLadder,
  type ReceivedBefore,
  writeReceivedBefore,
} from '../../../db/queries/import/dunned.ts';
import { addDays } from '../../core/calendar/business-date.ts';
import { previousOpen } from '../../core/calendar/business-days.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import type { Ladder, Step } from '../../core/dunning/ladder.ts';
import { placesOf } from '../../core/dunning/place.ts';
import type { OpenItem } from '../../import/read-row.ts';
import { ladders } from '../ladder/stored.ts';
import type { Scope } from '../scope.ts';
import type { Register } from './book.ts';
import { itemKey } from './difference.ts';
import { placeNamed } from './customers.ts';

/**
 * Writes down what new invoices received before they came here, where the file says so ("dunned up to" step 3): each
 * step up to that one, on the last business day before the export, as the file tells no days. Without it every
 * invoice would start at the bottom, and nobody may enter higher on a guess.
 */
export async function writeDunned(
  scope: Scope,
  fresh: readonly OpenItem[],
  register: Register,
): Promise<void> {
  const dunned = fresh.filter(({ details }) => details.dunnedUpTo !== undefined);
  if (dunned.length === 0) return;
  const cases = await casesOf(scope, dunned, register);
  const received = dunned.flatMap((item) => receivedBy(item, cases, register));
  await writeReceivedBefore(scope.tx, received);
}

interface Running {
  readonly id: number;
  readonly ladder: Ladder;
}

function receivedBy(
  item: OpenItem,
  cases: ReadonlyMap<string, Running>,
  register: Register,
): readonly ReceivedBefore[] {
  const place = placeNamed(item.customerNumber, register.places);
  const running = cases.get(caseKey(place.id, item.open.currency));
  const invoiceId = register.invoiceIds.get(itemKey(item));
  if (running === undefined || invoiceId === undefined) return [];
  const onDay = previousOpen(place.calendar, addDays(register.asOf, -1));
  const at = instantAt(place.calendar.zone, onDay, '12:00');
  return placesOf(running.ladder)
    .slice(0, item.details.dunnedUpTo)
    .map((step) => ({ caseId: running.id, invoiceId, step: step.key, how: howOf(step), onDay, at }));
}

function howOf({ kind }: Step): ReceivedBefore['how'] {
  switch (kind) {
    case 'call':
    case 'visit':
    case 'hold':
    case 'handover':
      return 'done';
    case 'letter':
    case 'claim':
      return 'delivered';
  }
}

async function casesOf(
  scope: Scope,
  items: readonly OpenItem[],
  { places }: Register,
): Promise<ReadonlyMap<string, Running>> {
  const customers = new Set(items.map(({ customerNumber }) => placeNamed(customerNumber, places).id));
  const rows = await casesWithLadder(scope.tx, [...customers]);
  const ladderOf = await ladders(
    scope,
    rows.map(({ ladderId }) => ladderId),
  );
  return new Map(
    rows.map(({ id, customerId, currency, ladderId }) => [
      caseKey(customerId, currency),
      { id, ladder: ladderOf(ladderId) },
    ]),
  );
}

function caseKey(customerId: number, currency: string): string {
  return `${customerId} ${currency}`;
}
