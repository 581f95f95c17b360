import type { Part } from '../../src/chat/types.ts';
import { casesAtLegal } from '../../src/services/home/figures.ts';
import { count, headline } from '../views/words.ts';
import { heading, holds, line, type Section } from './section.ts';

const mostCases = 10;

/** Cases that were handed over: nobody presses them but legal. */
export const legalSection: Section = async (scope, person) => {
  if (!holds(person, 'legal')) return [];
  const cases = await casesAtLegal(scope);
  if (cases.length === 0)
    return [
      heading('Handed over to you'),
      line('No case is with legal. A manager hands them over when a claim’s deadline has passed.'),
    ];
  const more = cases.length - mostCases;
  return [
    heading(`Handed over to you: ${count(cases.length, 'case')}`),
    ...cases.slice(0, mostCases).map((of): Part => ({
      kind: 'row',
      text: headline(of, scope.today),
      buttons: [
        { label: 'File', action: { command: 'account', action: 'show', args: { case: of.caseId } } },
        { label: 'Back to us…', action: { command: 'account', action: 'again', args: { case: of.caseId } } },
        { label: 'Last letter', action: { command: 'letter', action: 'pdf', args: { case: of.caseId } } },
      ],
    })),
    ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more` }] : []),
  ];
};
