/** How a customer of the sample pays. */
export type Habit = 'punctual' | 'slow' | 'late' | 'silent' | 'residual' | 'new';

/** One invoice of the sample, told from today. */
export interface SampleDue {
  /** When it is due: calendar days ago, or business days from now (0: today, 1: the next one). */
  readonly due: { readonly daysAgo: number } | { readonly businessDaysAhead: number };
  /** Of the customer's usual invoice, in hundredths. */
  readonly sizePercent: number;
  /** Days from the due date to the payment, which may be before it; open where it is missing. */
  readonly paidAfterDays?: number;
  /** The share of an open invoice that is left when a part of it was paid. */
  readonly left?: number;
}

/** What a customer of this habit was billed in the last year: paid history first, then what is open. */
export function billedTo(habit: Habit): readonly SampleDue[] {
  return [...history(habit), ...open[habit]];
}

/** Days late, around the year; what makes a payer good or bad is read off these. */
const paidLate: Readonly<Record<Habit, readonly number[]>> = {
  punctual: [-3, -1, 0, 0, -2, 0, 1, -1, 0, -4],
  slow: [4, 9, 12, 7, 15, 11, 6, 18, 14],
  late: [22, 31, 28, 40, 37, 45, 52],
  silent: [5, 8, 16, 33, 58],
  residual: [3, 12, 9, 14, 8],
  new: [],
};

/** Younger than the oldest payment's lateness, an invoice would have to be paid in the future. */
const newestPaidDaysAgo = 62;

function history(habit: Habit): readonly SampleDue[] {
  const late = paidLate[habit];
  return late.map((paidAfterDays, index) => ({
    due: { daysAgo: newestPaidDaysAgo + 30 * (late.length - 1 - index) + (index % 3) * 2 },
    sizePercent: sizes[index % sizes.length] ?? 100,
    paidAfterDays,
  }));
}

const sizes = [100, 82, 131, 95, 118, 74, 107];

const open: Readonly<Record<Habit, readonly SampleDue[]>> = {
  punctual: [
    { due: { businessDaysAhead: 3 }, sizePercent: 104 },
    { due: { businessDaysAhead: 7 }, sizePercent: 88 },
  ],
  slow: [
    { due: { daysAgo: 19 }, sizePercent: 92 },
    { due: { daysAgo: 6 }, sizePercent: 117 },
    { due: { businessDaysAhead: 0 }, sizePercent: 79 },
    { due: { businessDaysAhead: 9 }, sizePercent: 100 },
  ],
  late: [
    { due: { daysAgo: 68 }, sizePercent: 126, left: 0.4 },
    { due: { daysAgo: 41 }, sizePercent: 90 },
    { due: { daysAgo: 24 }, sizePercent: 111 },
    { due: { daysAgo: 3 }, sizePercent: 73 },
    { due: { businessDaysAhead: 3 }, sizePercent: 98 },
  ],
  silent: [126, 112, 97, 84, 70, 55, 42, 28, 15, 4].map((daysAgo, index) => ({
    due: { daysAgo },
    sizePercent: sizes[index % sizes.length] ?? 100,
  })),
  residual: [
    { due: { daysAgo: 91 }, sizePercent: 100, left: 0.0003 },
    { due: { daysAgo: 1 }, sizePercent: 100 },
    { due: { businessDaysAhead: 12 }, sizePercent: 140 },
  ],
  new: [{ due: { businessDaysAhead: 3 }, sizePercent: 100 }],
};
