import { insertApproval } from '../../../db/queries/approval/ask.ts';
import { askersOf, lastAnswer } from '../../../db/queries/approval/find.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { showInThread } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { approversOf, ownerOf, stillAsked } from './approvers.ts';

/** What is asked, of which case. */
export interface NewApproval extends Pick<
  ApprovalRow,
  'caseId' | 'kind' | 'subjectId' | 'step' | 'amount' | 'needs' | 'askedBy'
> {
  readonly invoices: readonly number[];
  readonly alsoOpen?: readonly number[];
  readonly receives?: readonly { readonly invoice: number; readonly step: string }[];
}

/**
 * Puts a question to whoever may answer it: it stands in the case's thread, and the case's next look asks people. One
 * that was refused or lapsed before is named, so that nobody decides without knowing.
 */
export async function askApproval(scope: Scope, asked: NewApproval): Promise<ApprovalRow> {
  const before = await lastAnswer(scope.tx, asked);
  const goesOn = before?.status === 'lapsed' && isSameQuestion(before, asked);
  const asksAgain = goesOn || before?.status === 'refused';
  const { caseId, kind, subjectId, step, amount, needs, askedBy } = asked;
  const row = await insertApproval(scope.tx, {
    caseId,
    kind,
    subjectId,
    step,
    amount,
    needs,
    askedBy,
    invoices: [...asked.invoices],
    alsoOpen: [...(asked.alsoOpen ?? [])],
    receives: [...(asked.receives ?? [])],
    askedAt: goesOn ? before.askedAt : scope.now,
    remindersSpent: goesOn ? before.remindersSpent : 0,
    followsId: asksAgain ? before.id : null,
  });
  await showInThread(scope, row.caseId, 'approval', String(row.id));
  if (asksAgain) await refreshCards(scope, 'approval', [String(before.id)]);
  return row;
}

/**
 * A step is one question about an invoice however often its sum changes: who left it unanswered so long that the next
 * ones up were asked does not start afresh with every part payment. Of what people propose only a refusal matters to the next.
 */
function isSameQuestion(before: ApprovalRow, { kind, invoices }: NewApproval): boolean {
  return kind === 'step' && invoices.some((id) => before.invoices.includes(id));
}

/** In words, whose answer is waited for. */
export async function whoIsAsked(scope: Scope, row: ApprovalRow): Promise<string> {
  const people = await roster(scope);
  const askers = (await askersOf(scope.tx, [row.id])).get(row.id) ?? [];
  const ownerId = await ownerOf(scope, row.caseId);
  const bench = approversOf(scope, people, { row, ownerId, askers, votes: [] });
  const names = stillAsked(people, bench);
  const one = new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
  const two = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  if (bench.aloneFrom !== undefined && names.length < row.needs)
    return `${names.length === 0 ? 'nobody else' : two} for now; there are not enough people, so it can be decided without them after a day`;
  return row.needs > 1 ? (names.length === row.needs ? two : `two of ${one}`) : one;
}
