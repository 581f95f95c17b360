import { approval } from '../../../db/schema/index.ts';
import type { Decision } from '../../core/dunning/decision.ts';
import { record } from '../audit/record.ts';
import { showCard } from '../outbox/card.ts';
import { threadStream } from '../outbox/enqueue.ts';
import { showCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import type { Judged } from './press.ts';

type Asking = Judged<Extract<Decision, { kind: 'claim' | 'handover' }>>;

/** Asks for the approval without which a claim or a hand-over does not happen; the question stands in the case's thread. */
export async function askApproval(scope: Scope, asking: readonly Asking[]): Promise<void> {
  for (const { file, decision } of asking) {
    const [row] = await scope.tx
      .insert(approval)
      .values({
        workspaceId: scope.workspace.id,
        caseId: file.facts.caseId,
        step: decision.step,
        amount: file.facts.invoices
          .filter((invoice) => decision.invoices.includes(invoice.id))
          .reduce((sum, invoice) => sum + invoice.open, 0n),
        invoices: [...decision.invoices],
        alsoOpen: decision.kind === 'claim' ? [...decision.alsoOpen] : [],
        receives: [...decision.receives],
        askedAt: scope.now,
      })
      .returning({ id: approval.id });
    await showApproval(scope, file.facts.caseId, row!.id);
    await record(scope, [{ what: `${decision.step} approval asked`, caseId: file.facts.caseId }]);
  }
}

async function showApproval(scope: Scope, caseId: number, approvalId: number): Promise<void> {
  const parentId = await showCase(scope, caseId);
  await showCard(scope, 'approval', String(approvalId), { stream: threadStream(caseId), parentId });
}
