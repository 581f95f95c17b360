import { consumeApproval } from '../../../db/queries/approval/consume.ts';
import { pendingApprovals } from '../../../db/queries/approval/find.ts';
import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { mailedLetter } from '../../../db/queries/letter/find.ts';
import { settleLetter, writeRecipients } from '../../../db/queries/letter/write.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { reachedBy, withRefused } from '../../core/letter/recipients.ts';
import { record } from '../audit/record.ts';
import { takeBack } from '../announcement/post-claims.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { sumOf } from './frozen.ts';
import { refuseAddress } from './refuse-address.ts';

/** Which letter came back, and from where; left out: the last that was mailed, and its only address. */
export interface BouncedWord {
  readonly letterId?: number;
  readonly address?: string;
}

export type Bounced =
  /** It went to several, and nobody said which: nothing was recorded. */
  | { readonly kind: 'which'; readonly letterId: number; readonly addresses: readonly string[] }
  /** `stillAt`: the other addresses that have it; with one of these it stays delivered. */
  | { readonly kind: 'recorded'; readonly address: string; readonly stillAt: readonly string[] };

/**
 * Records that a mail which its server had taken came back from an address, which counts as refused. When nobody else
 * whom it is addressed to has it, it counts as undelivered, is owed again to the next address, and a claim that is
 * being asked for on the strength of it is withdrawn.
 * @throws DomainError `conflict` when there is no such letter, or its fate was recorded already;
 * `invalid` for an address to which it did not go.
 */
export async function letterBounced(
  office: Office,
  actor: Actor,
  caseId: number,
  { letterId, address }: BouncedWord = {},
): Promise<Bounced> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const row = await mailedLetter(scope.tx, caseId, letterId);
    if (row === undefined)
      throw new DomainError(
        'conflict',
        'No letter of this case counts as delivered by mail: somebody recorded it already, or none went.',
      );
    const at = reachedBy(row.recipients);
    if (address === undefined && at.length > 1) return { kind: 'which', letterId: row.id, addresses: at };
    const from = addressOf(row, address, at);
    const stillAt = at.filter((one) => one !== from);
    await (stillAt.length > 0 ? noteOne(scope, held, row, from, stillAt) : undeliver(scope, held, row, from));
    return { kind: 'recorded', address: from ?? 'their address', stillAt };
  });
}

/** Letters from before recipients were kept have one address. */
function addressOf(row: LetterRow, wanted: string | undefined, at: readonly string[]): string | null {
  if (wanted === undefined) return at[0] ?? row.toAddress;
  const found = at.find((one) => one.toLowerCase() === wanted.toLowerCase());
  if (found !== undefined) return found;
  throw new DomainError(
    'invalid',
    `The letter did not go to ${wanted}, or it came back from there already; it went to ${at.join(' and ')}.`,
  );
}

/** Others have it: only the address is none any more. */
async function noteOne(
  scope: Scope,
  held: HeldCase,
  row: LetterRow,
  from: string | null,
  stillAt: readonly string[],
): Promise<void> {
  await writeRecipients(scope.tx, row.id, withRefused(row.recipients, from === null ? [] : [from]));
  await refuseAddress(scope, row, 'it was returned', from);
  const trouble = `came back from there, reported by ${held.actor.name}: it stays delivered to ${stillAt.join(', ')}`;
  await say(scope, held, { ...row, toAddress: from }, trouble);
}

async function undeliver(scope: Scope, held: HeldCase, row: LetterRow, from: string | null): Promise<void> {
  const trouble = `came back, reported by ${held.actor.name}`;
  await settleLetter(scope.tx, row.id, { status: 'refused', settledAt: scope.now, trouble });
  await settleOccurrence(scope.tx, row.occurrenceId, { how: 'failed' });
  await refuseAddress(scope, row, 'it was returned', from);
  await withdrawApprovals(scope, held);
  await withdrawClaims(scope, row.caseId);
  await say(scope, held, row, `${trouble}: it counts as undelivered`);
}

const bounced = 'the demand came back undelivered';

async function withdrawApprovals(scope: Scope, { row: { id }, actor }: HeldCase): Promise<void> {
  for (const approval of await pendingApprovals(scope.tx, [id])) {
    await consumeApproval(scope.tx, approval.id, {
      status: 'lapsed',
      reason: bounced,
      decidedBy: actor.id,
      decidedAt: scope.now,
    });
    await refreshCards(scope, 'approval', [String(approval.id)]);
  }
}

/** Nor is one posted that was approved on the strength of it. */
async function withdrawClaims(scope: Scope, caseId: number): Promise<void> {
  for (const row of await waitingAnnouncements(scope.tx, [caseId]))
    if (row.approvalId !== null) await takeBack(scope, row, row.approvalId, bounced);
}

async function say(scope: Scope, held: HeldCase, row: LetterRow, fate: string): Promise<void> {
  const { caseId } = row;
  await tellCase(scope, caseId, {
    kind: 'letter',
    caseId,
    letter: row.kind,
    fate,
    to: row.toAddress,
    amount: sumOf(row),
  });
  await record(scope, [
    { what: `${row.kind} bounced`, memberId: held.actor.id, caseId, details: { to: row.toAddress } },
  ]);
  await refreshLists(scope, [caseId]);
  await wakeCases(scope, [caseId]);
}
