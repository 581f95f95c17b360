import { repFigures, type RepFigures } from '../../src/services/home/figures.ts';
import { amount, count } from '../views/words.ts';
import { heading, holds, type Section } from './section.ts';

/** What a rep is measured by, seen by nobody but them. */
export const numbersSection: Section = async (scope, person) => {
  if (!holds(person, 'rep')) return [];
  const figures = await repFigures(scope, person);
  return [
    heading('Your numbers'),
    {
      kind: 'fields',
      fields: [
        { label: 'Overdue with your customers', value: overdue(figures) },
        { label: 'Promised for this week', value: promised(figures) },
        { label: 'Promises kept, last 90 days', value: kept(figures) },
        { label: 'Missed this month', value: missed(figures) },
      ],
    },
  ];
};

function overdue({ overdue: owed }: RepFigures): string {
  if (owed.length === 0) return 'nothing';
  return owed.map((one) => `${amount(one.amount)}, ${count(one.customers, 'customer')}`).join('\n');
}

function promised({ promisedThisWeek }: RepFigures): string {
  if (promisedThisWeek.length === 0) return 'nothing';
  return promisedThisWeek.map((one) => `${amount(one.amount)}, ${count(one.promises, 'promise')}`).join('\n');
}

function kept({ kept: good, judged }: RepFigures): string {
  return judged === 0
    ? 'none was judged yet'
    : `${Math.round((good / judged) * 100)} % (${good} of ${judged})`;
}

function missed({ missedThisMonth }: RepFigures): string {
  return missedThisMonth === 0 ? 'nothing' : count(missedThisMonth, 'task');
}
