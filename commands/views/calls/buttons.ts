import type { Action, Button } from '../../../src/chat/types.ts';
import type { CaseOverview, CaseTask } from '../../../src/services/case/overview.ts';

type Args = Action['args'];

/** What can be pressed in the row of a task: what it may come to, one press each. */
export function callButtons({ caseId, task }: CaseOverview): readonly Button[] {
  const args = { case: caseId };
  if (task === undefined) return calling(args, {});
  switch (task.kind) {
    case 'call':
    case 'call back':
      return calling(args, { task: task.id, tried: task.attempts });
    case 'commitment':
      return [button('Done', 'calls', 'done', { task: task.id })];
    case 'claim delivery':
      return [
        button('Posted…', 'letter', 'posted', args),
        button('Record delivery', 'letter', 'delivered', args),
        button('Came back…', 'letter', 'returned', args),
        button('Claim as PDF', 'letter', 'pdf', args),
      ];
    case 'letter fate':
      return [
        button('It arrived', 'letter', 'fate', { ...args, arrived: true }),
        button('It did not', 'letter', 'fate', { ...args, arrived: false }),
      ];
    case 'mail address':
      return [button('Add contact', 'account', 'contact', args), file(args)];
    case 'allocation':
      return [
        button('Allocate…', 'payment', 'openAllocate', args),
        button('Refund…', 'payment', 'openRefund', args),
        button('Payments', 'payment', 'show', args),
      ];
    case 'dispute':
      return [button('Answer…', 'dispute', 'answer', disputeOf(task))];
    case 'credit note':
      return [
        button('Book credit note', 'dispute', 'credit', { ...disputeOf(task), known: false }),
        button('Our books have it', 'dispute', 'credit', { ...disputeOf(task), known: true }),
      ];
    case 'stop check':
      return [
        button('It stands', 'account', 'stands', args),
        button('Press again…', 'account', 'again', args),
        file(args),
      ];
  }
}

function button(label: string, command: string, action: string, args: Args): Button {
  return { label, action: { command, action, args } };
}

const file = (args: Args): Button => button('File', 'account', 'show', args);

const disputeOf = ({ disputeId }: CaseTask): Args => (disputeId === undefined ? {} : { dispute: disputeId });

/** Who was reached says more in a form; everything else is one press. */
function calling(args: Args, about: Args): readonly Button[] {
  const unreached = (label: string, kind: string): Button =>
    button(label, 'outcome', 'unreached', { ...args, kind, ...about });
  return [
    button('Reached…', 'outcome', 'open', args),
    unreached('No answer', 'no answer'),
    unreached('Voicemail', 'voicemail'),
    unreached('Wrong number', 'wrong number'),
    file(args),
  ];
}
