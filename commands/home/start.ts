import { whoMay } from '../../src/services/member/roster.ts';
import { sampleButton } from '../views/import/sample.ts';
import { heading, holds, line, type Section } from './section.ts';

/** The first half hour: a workspace without a ledger, and how it gets one. */
export const startSection: Section = (_scope, person, people) =>
  Promise.resolve([
    heading('There is no ledger yet'),
    line(
      holds(person, 'finance')
        ? 'Drop an export of open items into the Messages tab. It is shown before anything is booked.'
        : `It comes with the first import, by ${whoMay(people, ['finance'])}. Your work appears here then.`,
    ),
    ...(holds(person, 'finance', 'admin') ? [{ kind: 'buttons' as const, buttons: [sampleButton] }] : []),
  ]);
