import type { Card } from '../../../src/chat/types.ts';
import type { LadderChoice } from '../../../src/core/dunning/whose-ladder.ts';
import type { CaseLadder } from '../../../src/services/ladder/of-customer.ts';
import { segmentWords } from '../../../src/services/ladder/target.ts';
import { ladderTitle } from '../../../src/services/ladder/title.ts';
import { amount } from '../words.ts';

/** On which ladder a customer's cases are, and with which one new ones start. */
export function customerLadderCard(
  { customerId, name }: { readonly customerId: number; readonly name: string },
  choice: LadderChoice,
  cases: readonly CaseLadder[],
): Card {
  return {
    title: `Ladder of ${name}`.slice(0, 140),
    summary: `${name}: ${choice.ladder}, ${choiceWords(choice)}`,
    parts: [
      { kind: 'text', text: [{ bold: choice.ladder }, `, ${choiceWords(choice)}`] },
      ...cases.map(({ ladder, open, isNewest, ofInvoices }) => ({
        kind: 'text' as const,
        text: [
          `${amount(open)} open is on `,
          { bold: ladderTitle(ladder) },
          ofInvoices ? ', as its invoices have it' : '',
          isNewest ? '' : ', with which it started: it keeps that version until somebody moves it',
        ],
      })),
      {
        kind: 'buttons',
        buttons: [
          { label: 'Steps', action: { command: 'ladder', action: 'show', args: { ladder: choice.ladder } } },
          {
            label: 'Preview',
            action: { command: 'ladder', action: 'preview', args: { customer: customerId } },
          },
          { label: 'Set…', action: { command: 'ladder', action: 'set', args: { customer: customerId } } },
        ],
      },
    ],
  };
}

/** "as the workspace has it", "by the rule for customers tagged vip". */
export function choiceWords({ by }: LadderChoice): string {
  if (typeof by === 'object') return `by the rule for ${segmentWords(by)}`;
  switch (by) {
    case 'workspace':
      return 'as everybody';
    case 'customer':
      return 'set for this customer';
    case 'invoice':
      return 'set for its invoices';
  }
}
