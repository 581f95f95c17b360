/** The standard ladder as the product says it, written down a second time: who changes one must mean both. */
export interface Step {
  readonly label: string;
  readonly kind: 'call' | 'letter' | 'claim' | 'handover';
  /** Business days from the effective due date, or from the step before. */
  readonly from: 'due' | 'step before';
  readonly offset: number;
}

export const ladder: readonly Step[] = [
  { label: 'friendly call', kind: 'call', from: 'due', offset: -3 },
  { label: 'due-day call', kind: 'call', from: 'due', offset: 0 },
  { label: 'payment demand', kind: 'letter', from: 'due', offset: 1 },
  { label: 'pay-or-date call', kind: 'call', from: 'step before', offset: 0 },
  { label: 'official-letter call', kind: 'call', from: 'step before', offset: 1 },
  { label: 'formal claim', kind: 'claim', from: 'step before', offset: 3 },
  { label: 'legal hand-over', kind: 'handover', from: 'step before', offset: 10 },
];

/** Goes in place of the friendly call to whoever owes less than this, in cents, and to whoever always paid in time. */
export const friendlyMail = {
  label: 'friendly mail',
  place: 'friendly call',
  belowCents: 25_000,
  hours: { from: '09:00', to: '12:00' },
} as const;

/** Who always paid in time: of the latest invoices that are settled, so many at most, hardly any came days late. */
export const punctuality = { atMost: 10, atLeast: 3, late: 1, bankDays: 2 } as const;

/** When letters may go, and when people may be asked to call. */
export const letterHours = { from: '08:00', to: '17:00' } as const;
export const askingHours = { from: '08:00', to: '18:00' } as const;

/** Business days between two contacts of one customer, unless the later one is stronger. */
export const gapDays = 2;

/** An invoice below this, in cents, earns no step. */
export const floorCents = 2_500;

export const positionOf = (label: string): number =>
  ladder.findIndex((one) => one.label === (label === friendlyMail.label ? friendlyMail.place : label));
