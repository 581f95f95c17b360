import { and, eq } from 'drizzle-orm';
import { card } from '../../../db/schema/index.ts';
import type { CardKind } from '../notice.ts';
import type { Scope } from '../scope.ts';

/** The version that a live card has when it is rendered now; read before its facts, so that it is never too new. */
export async function cardVersion(scope: Scope, kind: CardKind, subject: string): Promise<number> {
  const [row] = await scope.tx
    .select({ wanted: card.wanted })
    .from(card)
    .where(and(eq(card.kind, kind), eq(card.subject, subject)));
  return row?.wanted ?? 0;
}
