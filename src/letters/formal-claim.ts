import { DomainError } from '../core/error.ts';
import { compose } from './compose.ts';
import type { ClaimFacts } from './facts.ts';
import { invoiceTable, openOf } from './invoice-table.ts';
import { interestSheetParts } from './late-costs.ts';
import type { Wording } from './languages/wording.ts';
import type { Letter, LetterPart } from './letter.ts';

/**
 * The claim with a deadline, after which the case goes to court. Throws `invalid` when the deadline does not lie
 * after the letter's own day, or the demand not before it: such a claim would not stand.
 */
export function formalClaim(facts: ClaimFacts): Letter {
  if (facts.deadline <= facts.date) {
    throw new DomainError(
      'invalid',
      `The deadline ${facts.deadline} is not after the claim's day ${facts.date}: choose a later one.`,
    );
  }
  if (facts.demandedOn >= facts.date) {
    throw new DomainError(
      'invalid',
      `The demand of ${facts.demandedOn} is not before the claim of ${facts.date}: claim later.`,
    );
  }
  return compose(facts, {
    kind: 'formal claim',
    words: (wording) => wording.formalClaim,
    what: (spoken, wording) => ({
      ...spoken,
      demandedOn: wording.date(facts.demandedOn),
      deadline: wording.date(facts.deadline),
    }),
    annex: (wording) => [...interestSheetParts(facts.late, wording), ...alsoOpen(facts, wording)],
    showsDaysOverdue: true,
  });
}

function alsoOpen({ alsoOpen: invoices = [] }: ClaimFacts, wording: Wording): readonly LetterPart[] {
  if (invoices.length === 0) return [];
  const whole = invoices.map(({ rests, ...invoice }) => ({
    ...invoice,
    amount: openOf({ amount: invoice.amount, ...(rests && { rests }) }),
  }));
  return [{ kind: 'paragraph', text: wording.formalClaim.alsoOpen }, invoiceTable(whole, wording, true)];
}
