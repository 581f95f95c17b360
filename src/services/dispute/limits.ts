import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { disputeDeadline, impossibleDeadline } from '../../core/dispute/deadline.ts';
import { undisputed } from '../../core/dispute/spread.ts';
import type { InvoiceFacts } from '../../core/dunning/facts.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { CaseFile } from '../case/file.ts';
import { invoicesNamed, openNumbers } from '../case/invoices-named.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { hasRole, whoMay } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import type { DisputeWord } from './word.ts';

/**
 * The open invoices that a dispute is about.
 * @throws DomainError `invalid` for a number that is not open here, or for none where several could be meant
 */
export function disputedInvoices(file: CaseFile, { invoices = [] }: DisputeWord): readonly InvoiceFacts[] {
  const open = file.facts.invoices;
  if (open.length === 0)
    throw new DomainError(
      'conflict',
      'Nothing is open here any more: what is paid is disputed with finance.',
    );
  if (invoices.length > 0) return invoicesNamed(file, invoices);
  if (open.length === 1) return open;
  throw new DomainError(
    'invalid',
    `Which invoice is it about? Open are ${openNumbers(file)}: name it, or several.`,
  );
}

/**
 * The disputed amount: as said, else all of the invoices that nobody disputes yet.
 * @throws DomainError `invalid` for none, or for more than that
 */
export function disputedAmount({ facts }: CaseFile, about: readonly InvoiceFacts[], said?: bigint): bigint {
  const room = about.reduce((sum, invoice) => sum + undisputed(invoice), 0n);
  const inWords = (amount: bigint): string => formatMoney(money(amount, facts.currency));
  const which = about.map(({ number }) => number).join(', ');
  if (room === 0n)
    throw new DomainError('conflict', `All of ${which} is disputed already: /account shows by whom.`);
  const amount = said ?? room;
  if (amount <= 0n) throw new DomainError('invalid', 'A dispute needs an amount above zero.');
  if (amount <= room) return amount;
  throw new DomainError(
    'invalid',
    `${inWords(amount)} is more than the ${inWords(room)} of ${which} that is open and not disputed yet: name at most that.`,
  );
}

/**
 * The day by which we answer.
 * @throws DomainError `invalid` for a day that cannot be, `forbidden` for one later than a rep may choose
 */
export function answerBy(
  scope: Scope,
  { actor, people }: HeldCase,
  { facts: { calendar } }: CaseFile,
  said?: BusinessDate,
): BusinessDate {
  const today = dateIn(calendar.zone, scope.now);
  const usual = disputeDeadline(calendar, today);
  if (said === undefined) return usual;
  const fault = impossibleDeadline(calendar, today, said);
  if (fault !== undefined) throw new DomainError('invalid', fault);
  if (said <= usual || hasRole(actor, ['lead', 'manager', 'admin'])) return said;
  throw new DomainError(
    'forbidden',
    `${formatDate(said, { today })} lets it rest longer than ten business days: choose ${formatDate(usual, { today })} or earlier, or ask ${whoMay(people, ['lead', 'manager'])}.`,
  );
}
