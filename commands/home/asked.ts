import type { Button, Part } from '../../src/chat/types.ts';

/** The way to all that a decision rests on. */
export const fileButton = (caseId: number): Button => ({
  label: 'File',
  action: { command: 'account', action: 'show', args: { case: caseId } },
});

/** The line of a card that notifies those who are asked; whoever reads their own Home knows. */
export function isAsked(part: Part): boolean {
  return part.kind === 'text' && Array.isArray(part.text) && part.text[0] === 'Asked: ';
}
