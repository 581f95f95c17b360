import type { Button, Card } from '../../../src/chat/types.ts';
import type { CaseOverview } from '../../../src/services/case/overview.ts';
import { amount } from '../words.ts';

/** What can be done about the letters of a case. */
export function lettersMenu(of: CaseOverview): Card {
  const button = (label: string, action: string, letter?: string): Button => ({
    label,
    action: { command: 'letter', action, args: { case: of.caseId, ...(letter !== undefined && { letter }) } },
  });
  const sure = { title: 'Send now?', text: `It goes to ${of.name.slice(0, 80)} at once.`, yes: 'Send' };
  return {
    title: `Letters: ${of.name}`.slice(0, 140),
    summary: `Letters to ${of.name}`.slice(0, 140),
    parts: [
      { kind: 'text', text: `${amount(of.overdue)} overdue, ${amount(of.open)} open` },
      {
        kind: 'buttons',
        buttons: [
          button('Preview', 'preview'),
          { ...button('Send demand', 'send', 'demand'), confirm: sure },
          button('Hold back…', 'hold'),
        ],
        more: [
          button('Last letter as PDF', 'pdf'),
          button('Send reminder', 'send', 'reminder'),
          button('Let letters go again', 'release'),
          button('Last letter came back', 'bounced'),
        ],
      },
    ],
  };
}
