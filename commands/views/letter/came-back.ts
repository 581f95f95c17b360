import type { Button } from '../../../src/chat/types.ts';

/** A mail server may take a letter and send it back an hour later: whoever gets that back says so with this. */
export function cameBack(caseId: number, letterId: number): Button {
  return {
    label: 'It came back',
    action: { command: 'letter', action: 'bounced', args: { case: caseId, letter: letterId } },
    confirm: {
      title: 'Undelivered?',
      text: 'The letter counts as undelivered from then on, its address as refused, and it goes to the next one.',
      yes: 'It came back',
    },
  };
}
