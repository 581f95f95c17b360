import { mailsThatAsked } from '../../../db/queries/letter/sent.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { groupBy } from '../../core/group-by.ts';
import type { CaseFile } from '../case/file.ts';
import { lateCostsOf, type LeftOut } from '../interest/costs.ts';
import { freezeLate } from '../interest/frozen.ts';
import type { Scope } from '../scope.ts';
import {
  freezeInvoices,
  freezeLetter,
  type FrozenBefore,
  type FrozenInvoice,
  type FrozenLetter,
  type Writing,
} from './frozen.ts';
import { papersOf } from './papers.ts';

/** Freezes what letters of a day say about some invoices of a case. */
export interface Freezer {
  readonly letter: (file: CaseFile, writing: Writing) => FrozenLetter;
  /** Our letters before one that names some of these invoices. */
  readonly before: (file: CaseFile, named: readonly number[]) => readonly FrozenBefore[];
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
  const mails = groupBy(await mailsThatAsked(scope.tx, caseIds), (row) => Number(row.case_id));
  return {
    letter: (file, writing) => ({
      ...freezeLetter(scope, file, writing, papers),
      ...freezeLate(costs(file.facts.caseId, writing.on, disputedOf(file)), writing.named),
    }),
    before: (file, named) => {
      const numbers = file.facts.invoices.filter(({ id }) => named.includes(id)).map(({ number }) => number);
      return (mails.get(file.facts.caseId) ?? [])
        .filter((mail) => mail.numbers.some((number) => numbers.includes(number)))
        .map(({ on_day: on, to_whom: to }) => ({ on, to }));
    },
    invoices: (file, on, named) => freezeInvoices(file, on, named, papers),
  };
}

/** A letter that does not demand what is disputed names no interest on it either; a promise does not stop interest. */
function disputedOf({ facts }: CaseFile): LeftOut {
  return new Map(facts.invoices.map(({ id, disputed, open }) => [id, disputed < open ? disputed : open]));
}
