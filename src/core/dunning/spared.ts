import { isExempt } from '../hold/exempt.ts';
import { decideNextStep } from './decide.ts';
import type { Hold } from './decision.ts';
import type { CaseFacts } from './facts.ts';
import type { Ladder } from './ladder.ts';
import { exemptTag } from './way.ts';

/** A hold that an exempt customer would have earned now, or will have earned then, were they not exempt. */
export type Spared =
  { readonly kind: 'hold'; readonly hold: Hold } | { readonly kind: 'later'; readonly at: Date };

/** The hold that passes an exempt customer by: people are to see why nothing is held. Undefined: none does. */
export function sparedHold(ladder: Ladder, facts: CaseFacts, now: Date): Spared | undefined {
  const { payer } = facts;
  const holds = ladder.steps.filter(({ kind }) => kind === 'hold').map(({ key }) => key);
  if (holds.length === 0 || !isExempt(payer.tags)) return undefined;
  const tags = payer.tags.filter((tag) => tag !== exemptTag);
  const decision = decideNextStep(ladder, { ...facts, payer: { ...payer, tags } }, now);
  if (decision.kind === 'hold') return { kind: 'hold', hold: decision };
  const { next } = decision.kind === 'rest' ? decision : {};
  return next !== undefined && holds.includes(next.step) && next.at > now
    ? { kind: 'later', at: next.at }
    : undefined;
}
