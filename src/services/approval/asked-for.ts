import { feeWaiversById } from '../../../db/queries/fee-waiver/find.ts';
import { holdsById } from '../../../db/queries/hold/find.ts';
import { numbersOfInvoices } from '../../../db/queries/invoice/numbers.ts';
import { pausesById } from '../../../db/queries/pause/find.ts';
import { writeOffsById } from '../../../db/queries/write-off/find.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { someOf } from '../../core/reading/some-of.ts';
import { costsOfWaiver } from '../fee-waiver/grant.ts';
import { sumsInWords, waivedSums } from '../fee-waiver/sums.ts';
import type { Scope } from '../scope.ts';

/** What somebody proposed, and why. */
export interface AskedFor {
  readonly reason: string;
  /** Nobody: the ladder proposed it. */
  readonly by: number | null;
  /** Of a pause: its last day. */
  readonly until?: string;
  /** What exactly is given up. */
  readonly what?: string;
}

type Found = ReadonlyMap<number, AskedFor>;

/** What these approvals ask for, by approval; a step of the ladder was proposed by nobody. */
export async function askedFor(scope: Scope, approvals: readonly ApprovalRow[]): Promise<Found> {
  const subjects = (...kinds: readonly ApprovalRow['kind'][]): readonly number[] =>
    approvals.flatMap((one) => (kinds.includes(one.kind) ? (one.subjectId ?? []) : []));
  const pauses = await pausesById(scope.tx, subjects('pause'));
  const holds = await holdsById(scope.tx, subjects('hold', 'hold release'));
  const found: Readonly<Record<ApprovalRow['kind'], Found>> = {
    step: new Map(),
    pause: new Map(
      pauses.map((one) => [one.id, { reason: one.reason, until: one.untilDay, by: one.askedBy }]),
    ),
    hold: new Map(holds.map((one) => [one.id, { reason: one.reason, by: one.proposedBy }])),
    'hold release': new Map(
      holds.map((one) => [
        one.id,
        { reason: one.liftedBecause ?? '', by: one.proposedBy, what: `It is on because: “${one.reason}”` },
      ]),
    ),
    'write-off': await writeOffs(scope, approvals, subjects('write-off')),
    'fee waiver': await waivers(scope, subjects('fee waiver')),
  };
  return new Map(
    approvals.flatMap((row): [number, AskedFor][] => {
      const asked = found[row.kind].get(row.subjectId ?? 0);
      return asked === undefined ? [] : [[row.id, { ...asked, by: row.askedBy ?? asked.by }]];
    }),
  );
}

async function writeOffs(
  scope: Scope,
  approvals: readonly ApprovalRow[],
  ids: readonly number[],
): Promise<Found> {
  const found = new Map<number, AskedFor>();
  for (const { id, reason, proposedBy } of await writeOffsById(scope.tx, ids)) {
    const invoices =
      approvals.find((one) => one.subjectId === id && one.kind === 'write-off')?.invoices ?? [];
    const numbers = await numbersOfInvoices(scope.tx, invoices);
    found.set(id, { reason, by: proposedBy, what: `Of ${someOf(numbers)}` });
  }
  return found;
}

async function waivers(scope: Scope, ids: readonly number[]): Promise<Found> {
  const found = new Map<number, AskedFor>();
  for (const row of await feeWaiversById(scope.tx, ids)) {
    const costs = await costsOfWaiver(scope, row);
    const parts = [row.interest ? 'interest so far' : '', row.fixedSums ? 'fixed sums' : ''].filter(
      (part) => part !== '',
    );
    const numbers = someOf(costs.map(({ number }) => number));
    const what = `${sumsInWords(waivedSums(costs, row))}: ${parts.join(' and ')} of ${numbers}`;
    found.set(row.id, { reason: row.reason, by: row.proposedBy, what });
  }
  return found;
}
