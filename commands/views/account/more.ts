import type { Button, Card } from '../../../src/chat/types.ts';
import type { CaseOverview } from '../../../src/services/case/overview.ts';
import { standing } from '../words.ts';

/** What can be done about a case and is not done every day, to the person who asked. */
export function moreCard(of: CaseOverview): Card {
  const button = (label: string, command: string, action = 'open'): Button => ({
    label,
    action: { command, action, args: { case: of.caseId } },
  });
  return {
    summary: `More for ${of.name}`,
    parts: [
      { kind: 'text', text: standing(of) },
      {
        kind: 'buttons',
        buttons: [planButton(of), button('Hold', 'hold'), button('Escalate', 'escalate')],
        more: [
          button('Assign', 'assign'),
          button('History', 'audit', 'page'),
          button('Payments so far', 'payment', 'show'),
          button('Write off…', 'payment', 'openWriteOff'),
          button('Waive late costs…', 'payment', 'openWaive'),
          button('Attach invoice copy…', 'account', 'copies'),
          button('Bundle for legal', 'letter', 'bundle'),
          of.stopped === undefined
            ? button('Stop pressing…', 'account', 'stop')
            : button('Press again…', 'account', 'again'),
        ],
      },
    ],
  };
}

/** The way to the plan there is, or to a new one. */
function planButton({ caseId, plan }: CaseOverview): Button {
  return plan === undefined
    ? { label: 'Plan', action: { command: 'plan', action: 'open', args: { case: caseId } } }
    : { label: 'Plan', action: { command: 'plan', action: 'show', args: { plan: plan.id } } };
}
