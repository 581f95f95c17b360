import type { Button, Card } from '../../../src/chat/types.ts';

/** Asks first, because nothing in a ledger can be taken out again. */
export const sampleButton: Button = {
  label: 'Try the sample ledger',
  action: { command: 'import', action: 'sample', args: {} },
  confirm: {
    title: 'Fill this workspace with a sample?',
    text: 'Two dozen invented customers of ten countries with a year of invoices. They stay: for your own ledger start in a new data folder or database.',
    yes: 'Plant it',
  },
};

/** What is there now, and what to do first. */
export function plantedCard(customers: number): Card {
  const next =
    'a lead shares the customers out with /assign evenly; the first calls come next morning at nine.';
  return {
    title: 'The sample ledger is in',
    summary: `The sample ledger is in: ${customers} customers`,
    parts: [
      {
        kind: 'text',
        text: [
          { bold: `${customers} customers` },
          ' who pay on time, late, or not any more, with invoices around today.',
        ],
      },
      { kind: 'text', text: `Next: ${next}` },
      { kind: 'small', text: 'The app’s Home says what to try after that.' },
    ],
  };
}
