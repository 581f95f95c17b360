import { dueDays, setEffectiveDueDays } from '../../../db/queries/invoice/redate.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { effectiveDueDate } from '../../core/calendar/business-days.ts';
import { calendarOf, type Scope } from '../scope.ts';

/**
 * Reckons anew, for all invoices at once, on which day payment is really due: the place of a customer or of the
 * workspace is another one now, or holidays are. The cases must be locked, and looked at afterwards.
 */
export async function redateInvoices({ tx, workspace }: Scope): Promise<void> {
  const days = await dueDays(tx);
  await setEffectiveDueDays(
    tx,
    days.map((day) => ({
      ...day,
      effectiveDueOn: effectiveDueDate(
        calendarOf({ ...day, zone: null }, workspace),
        businessDate(day.dueOn),
      ),
    })),
  );
}
