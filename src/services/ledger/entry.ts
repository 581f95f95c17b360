import type { NewPosting } from '../../../db/queries/ledger/append.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';

/**
 * One movement between two accounts. Balanced by construction: one positive amount in minor units, taken here and put
 * there. Its key is `source:external-id:event`: the same movement told twice is booked once.
 */
export interface Entry extends Omit<NewPosting, 'inputHash'> {
  readonly bookedOn: BusinessDate;
}
