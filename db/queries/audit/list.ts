import { and, asc, desc, eq, getTableColumns, gt, gte, ilike, lt, or, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { audit, type AuditRow, cases, customer } from '../../schema/index.ts';
import { anywhere } from '../anywhere.ts';

export interface AuditFilter {
  readonly caseId?: number;
  /** Part of the customer's name, or its number. */
  readonly customer?: string;
  /** Whoever did it. */
  readonly memberId?: number;
  readonly from?: Date;
  /** Not included. */
  readonly until?: Date;
  /** Only cases of this member's customers. */
  readonly ownerId?: number;
}

/** An entry with what its case is about; both are empty for what is about the workspace. */
export interface ListedEntry extends AuditRow {
  readonly customer: string | null;
  readonly currency: string | null;
}

/** Entries that match, the latest first; `before` is the id at which an earlier page ended. */
export async function listAudit(
  tx: Transaction,
  filter: AuditFilter,
  limit: number,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly ListedEntry[]> {
  return tx
    .select({ ...getTableColumns(audit), customer: customer.name, currency: cases.currency })
    .from(audit)
    .leftJoin(cases, and(eq(cases.workspaceId, audit.workspaceId), eq(cases.id, audit.caseId)))
    .leftJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(and(lt(audit.id, before), ...conditions(filter)))
    .orderBy(desc(audit.id))
    .limit(limit);
}

function conditions(filter: AuditFilter): readonly (SQL | undefined)[] {
  const { caseId, customer: called, memberId, from, until, ownerId } = filter;
  return [
    caseId === undefined ? undefined : eq(audit.caseId, caseId),
    called === undefined
      ? undefined
      : or(eq(customer.number, called), ilike(customer.name, anywhere(called))),
    memberId === undefined ? undefined : eq(audit.memberId, memberId),
    from && gte(audit.at, from),
    until && lt(audit.at, until),
    ownerId === undefined ? undefined : eq(customer.ownerId, ownerId),
  ];
}

/** The next entries of the whole history in the order in which they were written. */
export async function auditAfter(tx: Transaction, id: number, limit: number): Promise<readonly AuditRow[]> {
  return tx.select().from(audit).where(gt(audit.id, id)).orderBy(asc(audit.id)).limit(limit);
}
