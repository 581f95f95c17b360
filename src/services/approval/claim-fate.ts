import { tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';

/** Tells the thread what became of the claim that was posted: "delivered 27 Nov (signed)". */
export async function tellOfClaim(scope: Scope, caseId: number, fate: string): Promise<void> {
  await tellCase(scope, caseId, {
    kind: 'letter',
    caseId,
    letter: 'formal claim',
    fate,
    to: null,
    amount: '',
  });
}
