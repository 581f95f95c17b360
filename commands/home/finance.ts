import type { Part } from '../../src/chat/types.ts';
import { unappliedCash } from '../../src/services/home/figures.ts';
import { latestImportsIn } from '../../src/services/import/list.ts';
import { importListCard } from '../views/import/list.ts';
import { amount, count } from '../views/words.ts';
import { holds, line, type Section } from './section.ts';

/** How fresh the ledger is, the latest files, and cash that is on no invoice yet. */
export const financeSection: Section = async (scope, person) => {
  if (!holds(person, 'finance')) return [];
  const [freshness, , ...imports] = importListCard(await latestImportsIn(scope)).parts;
  return [
    ...(freshness === undefined ? [] : [freshness]),
    line('A newer export goes into the Messages tab: it is shown before anything is booked.'),
    ...imports,
    ...(await cash(scope)),
  ];
};

async function cash(scope: Parameters<Section>[0]): Promise<readonly Part[]> {
  const held = await unappliedCash(scope);
  if (held.length === 0) return [line('All cash that came in is on invoices.')];
  return held.map(({ amount: sum, customers }) =>
    line([{ bold: amount(sum) }, ` came in and is on no invoice yet · ${count(customers, 'customer')}`]),
  );
}
