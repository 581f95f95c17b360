import { and, eq } from 'drizzle-orm';
import { cases, contact, letter, occurrence } from '../../../db/schema/index.ts';
import { lockCases } from '../../../db/queries/lock-cases.ts';
import type { Delivery } from '../../letters/delivery.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { mentionInThread, tellCase } from '../outbox/thread.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import type { FrozenLetter } from './frozen.ts';

type Settled = Exclude<Delivery, { kind: 'later' }>;
const statusOf = { accepted: 'sent', refused: 'refused', unknown: 'unknown' } as const;

/**
 * Records what became of a mailed letter and lets the ladder go on: a demand counts from its delivery. A refused
 * address is none any more, and the team is told where everybody concerned sees it.
 */
export async function settleLetter(
  office: Office,
  workspaceId: number,
  letterId: number,
  delivery: Settled,
): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    const [row] = await scope.tx.select().from(letter).where(eq(letter.id, letterId));
    if (row === undefined || row.status !== 'queued') return;
    await lockCases(scope.tx, [row.caseId]);
    const trouble =
      delivery.kind === 'accepted' ? null : delivery.kind === 'refused' ? delivery.text : delivery.reason;
    await scope.tx
      .update(letter)
      .set({ status: statusOf[delivery.kind], settledAt: scope.now, trouble })
      .where(eq(letter.id, letterId));
    await settleOccurrence(scope, row, delivery);
    await record(scope, [
      {
        what: `${row.kind} ${statusOf[delivery.kind]}`,
        caseId: row.caseId,
        details: { to: row.toAddress, trouble },
      },
    ]);
    await tell(scope, row, delivery, trouble);
    await wakeCases(scope, [row.caseId]);
  });
}

type Row = typeof letter.$inferSelect;

/** Unknown stays under way: neither delivered nor sent again, until a person says what happened. */
async function settleOccurrence(scope: Scope, row: Row, delivery: Settled): Promise<void> {
  if (delivery.kind === 'unknown') return;
  await scope.tx
    .update(occurrence)
    .set({ how: delivery.kind === 'accepted' ? 'delivered' : 'failed' })
    .where(eq(occurrence.id, row.occurrenceId));
  if (delivery.kind === 'refused' && row.toAddress !== null) await refuseAddress(scope, row);
}

async function refuseAddress(scope: Scope, row: Row): Promise<void> {
  const [found] = await scope.tx
    .select({ customerId: cases.customerId })
    .from(cases)
    .where(eq(cases.id, row.caseId));
  await scope.tx
    .update(contact)
    .set({ emailRefusedAt: scope.now })
    .where(and(eq(contact.customerId, found!.customerId), eq(contact.email, row.toAddress!)));
}

async function tell(scope: Scope, row: Row, delivery: Settled, trouble: string | null): Promise<void> {
  const frozen = row.facts as unknown as FrozenLetter;
  const sum = frozen.invoices.reduce((total, invoice) => total + BigInt(invoice.open), 0n);
  const notice = {
    kind: 'letter',
    caseId: row.caseId,
    letter: row.kind,
    fate: trouble === null ? statusOf[delivery.kind] : `${statusOf[delivery.kind]} (${trouble})`,
    to: row.toAddress,
    amount: formatMoney(money(sum, frozen.currency)),
  } as const;
  // What went well is small news; what went wrong needs somebody.
  if (delivery.kind === 'accepted') await mentionInThread(scope, row.caseId, notice);
  else await tellCase(scope, row.caseId, notice);
}
