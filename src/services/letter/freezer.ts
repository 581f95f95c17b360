import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { CaseFile } from '../case/file.ts';
import { lateCostsOf, type LeftOut } from '../interest/costs.ts';
import { freezeLate } from '../interest/frozen.ts';
import type { Scope } from '../scope.ts';
import {
  type Addressed,
  freezeInvoices,
  freezeLetter,
  type FrozenInvoice,
  type FrozenLetter,
} from './frozen.ts';
import { papersOf } from './papers.ts';

/** Freezes what letters of a day say about some invoices of a case. */
export interface Freezer {
  readonly letter: (file: CaseFile, addressed: Addressed) => FrozenLetter;
  readonly invoices: (file: CaseFile, on: BusinessDate, named: readonly number[]) => readonly FrozenInvoice[];
}

/** Reads what the letters of these cases need, for all of them at once. */
export async function freezer(
  scope: Scope,
  caseIds: readonly number[],
  invoiceIds: readonly number[],
): Promise<Freezer> {
  const costs = await lateCostsOf(scope, caseIds);
  const papers = await papersOf(scope, invoiceIds);
  return {
    letter: (file, addressed) => ({
      ...freezeLetter(scope, file, addressed, papers),
      ...freezeLate(costs(file.facts.caseId, addressed.on, disputedOf(file)), addressed.named),
    }),
    invoices: (file, on, named) => freezeInvoices(file, on, named, papers),
  };
}

/** A letter that does not demand what is disputed names no interest on it either; a promise does not stop interest. */
function disputedOf({ facts }: CaseFile): LeftOut {
  return new Map(facts.invoices.map(({ id, disputed, open }) => [id, disputed < open ? disputed : open]));
}
