import type { BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../calendar/business-days.ts';
import { formatDate } from '../calendar/format-date.ts';

export interface PromiseProposal {
  /** Who accepts it: a rep has a budget, a lead (or whoever stands above) has none. */
  readonly role: 'rep' | 'lead';
  readonly today: BusinessDate;
  readonly dueOn: BusinessDate;
  /** Which renewal it is; 0 for a promise that takes no other one's place. */
  readonly renewals: number;
  /** Promises of this case that were broken, in whole or in part. */
  readonly brokenCount: number;
  readonly calendar: Calendar;
}

export type PromiseBudget =
  /** `rests`: whether the promised amount rests meanwhile. */
  { readonly allowed: true; readonly rests: boolean } | { readonly allowed: false; readonly because: string };

/** How far ahead a rep may let a customer promise. */
const longestBusinessDays = 10;

/** A rep may renew a promise once. */
const mostRenewals = 1;

/** So often may a customer's word be broken before it rests nothing any more. */
const trustedBreaches = 2;

/**
 * Whether somebody may accept a promise, and what it is worth. A promise has a budget as a pause has; a refusal says
 * what was exceeded, and a lead may accept it all the same unless its date is past.
 */
export function promiseBudget(proposal: PromiseProposal): PromiseBudget {
  const because = isPast(proposal) ?? beyondRep(proposal);
  if (because !== undefined) return { allowed: false, because };
  return { allowed: true, rests: proposal.brokenCount < trustedBreaches };
}

function isPast({ dueOn, today }: PromiseProposal): string | undefined {
  return dueOn < today ? `Promise date ${dueOn} is past: choose today or later.` : undefined;
}

function beyondRep({ role, today, dueOn, renewals, calendar }: PromiseProposal): string | undefined {
  if (role === 'lead') return undefined;
  const last = addBusinessDays(calendar, today, longestBusinessDays);
  if (dueOn > last) {
    return `${formatDate(dueOn, { today })} is more than ${longestBusinessDays} business days ahead: choose ${formatDate(last, { today })} or earlier.`;
  }
  if (renewals <= mostRenewals) return undefined;
  return 'This promise was renewed once already.';
}
