import { findCard } from '../../../db/queries/outbox/cards.ts';
import type { CardKind } from '../notice.ts';
import type { Scope } from '../scope.ts';

/** The version that a live card has when it is rendered now; read before its facts, so that it is never too new. */
export async function cardVersion(scope: Scope, kind: CardKind, subject: string): Promise<number> {
  return (await findCard(scope.tx, kind, subject))?.wanted ?? 0;
}
