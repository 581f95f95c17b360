import { readLadder } from './read-ladder.ts';

/**
 * The default ladder: pressure that rises from a friendly call before the due day to the court, each step polite.
 * Calls are made in the morning, except on the due day: at noon, when a payment would be through.
 */
export const standardLadder = readLadder({
  name: 'standard',
  version: 1,
  minimumGapBusinessDays: 2,
  steps: [
    {
      key: 'friendly-call',
      label: 'friendly call',
      kind: 'call',
      anchor: 'due',
      offset: { businessDays: -3 },
      window: { from: '09:00', to: '12:00' },
    },
    {
      key: 'due-day-call',
      label: 'due-day call',
      kind: 'call',
      anchor: 'due',
      offset: { businessDays: 0 },
      window: { from: '12:00', to: '14:00' },
    },
    {
      key: 'payment-demand',
      label: 'payment demand',
      kind: 'letter',
      letter: 'payment demand',
      anchor: 'due',
      offset: { businessDays: 1 },
      window: { from: '08:00', to: '17:00' },
      sequence: 'demand',
    },
    {
      key: 'pay-or-date-call',
      label: 'pay-or-date call',
      kind: 'call',
      anchor: { after: 'payment-demand' },
      offset: { businessDays: 0 },
      window: { from: '10:00', to: '16:00' },
      sequence: 'demand',
    },
    {
      key: 'official-letter-call',
      label: 'official-letter call',
      kind: 'call',
      anchor: { after: 'pay-or-date-call' },
      offset: { businessDays: 1 },
      window: { from: '10:00', to: '16:00' },
    },
    {
      key: 'formal-claim',
      label: 'formal claim',
      kind: 'claim',
      anchor: { after: 'official-letter-call' },
      offset: { businessDays: 3 },
      window: { from: '10:00', to: '16:00' },
    },
    {
      key: 'legal-handover',
      label: 'legal hand-over',
      kind: 'handover',
      anchor: { after: 'formal-claim' },
      offset: { businessDays: 10 },
      window: { from: '10:00', to: '16:00' },
    },
  ],
});
