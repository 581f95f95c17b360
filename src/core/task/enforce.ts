/** Whose hands a task is in: it starts at `owner` and only ever rises. */
export type Level = 'owner' | 'lead' | 'manager';

export interface TaskFacts {
  readonly level: Level;
  readonly dueAt: Date;
  readonly deadlineAt: Date;
  /** How many of the nudge moments have been used up (sent or passed over). */
  readonly nudgesSpent: number;
}

export type Enforcement =
  | { readonly kind: 'wait'; readonly until: Date }
  /** Tell the holder now. `spent` is the new count: moments that passed while nobody looked are one nudge. */
  | { readonly kind: 'nudge'; readonly spent: number }
  /** The deadline passed: recorded against the holder, and the next level takes over. */
  | { readonly kind: 'missed'; readonly next: Level };
