import type { Button, Card } from '../../../src/chat/types.ts';
import type { CaseOverview } from '../../../src/services/case/overview.ts';
import type { Bounced } from '../../../src/services/letter/bounced.ts';

/** A mail server may take a letter and send it back an hour later: whoever gets that back says so with this. */
export function cameBack(caseId: number, letterId: number): Button {
  return {
    label: 'It came back',
    action: { command: 'letter', action: 'bounced', args: { case: caseId, letter: letterId } },
    confirm: {
      title: 'Undelivered?',
      text: 'Its address counts as refused from then on. Unless another address has the letter, it counts as undelivered and goes to the next one.',
      yes: 'It came back',
    },
  };
}

/** It went to several: whoever got it back knows from where. */
export function whichAddress(
  { caseId, name }: CaseOverview,
  { letterId, addresses }: Extract<Bounced, { readonly kind: 'which' }>,
): Card {
  const text = `From which address did the letter to ${name} come back?`;
  return {
    summary: text,
    parts: [
      { kind: 'text', text },
      ...addresses.map((address) => ({
        kind: 'row' as const,
        text: address,
        buttons: [
          {
            label: 'From this one',
            action: {
              command: 'letter',
              action: 'bounced',
              args: { case: caseId, letter: letterId, address },
            },
          },
        ],
      })),
    ],
  };
}
