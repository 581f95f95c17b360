import {
  impossiblePostings,
  overdrawnCash,
  receivablesApart,
  wrongBalances,
} from '../../../db/queries/auditor/balances.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { Scope } from '../scope.ts';
import type { Bench, Found } from './found.ts';

/** Invoices whose balance is not the sum of their postings, and customers of whom more was allocated than came in. */
export async function balancesAgainstPostings({ scope, caseIds }: Bench): Promise<readonly Found[]> {
  const wrong = await wrongBalances(scope.tx, caseIds);
  const overdrawn = await overdrawnCash(scope.tx, caseIds);
  return [
    ...wrong.map((one) => ({
      check: 'balance' as const,
      subject: `invoice ${one.invoiceId}`,
      caseId: one.caseId,
      facts: {
        invoice: one.number,
        says: formatMoney(money(one.open, one.currency)),
        posted: formatMoney(money(one.postedOpen, one.currency)),
        saysTotal: formatMoney(money(one.total, one.currency)),
        postedTotal: formatMoney(money(one.postedTotal, one.currency)),
      },
    })),
    ...overdrawn.map(({ caseId, currency, amount }) => ({
      check: 'balance' as const,
      subject: `cash ${caseId}`,
      caseId,
      facts: { cash: formatMoney(money(amount, currency)) },
    })),
  ];
}

/** The trial balance: every posting moves something, and the receivables are what the invoices say is open. */
export async function trialBalance({ tx }: Scope): Promise<readonly Found[]> {
  const impossible = await impossiblePostings(tx);
  const apart = await receivablesApart(tx);
  return [
    ...(impossible === undefined
      ? []
      : [
          {
            check: 'balance' as const,
            subject: 'postings',
            facts: { n: impossible.postings, first: impossible.first },
          },
        ]),
    ...apart.map(({ currency, ledger, invoices }) => ({
      check: 'balance' as const,
      subject: `receivable ${currency}`,
      facts: {
        ledger: formatMoney(money(ledger, currency)),
        invoices: formatMoney(money(invoices, currency)),
      },
    })),
  ];
}
