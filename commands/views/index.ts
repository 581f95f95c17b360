import type { Card } from '../../src/chat/types.ts';
import type { Notice } from '../../src/services/notice.ts';
import type { Scope } from '../../src/services/scope.ts';

/** A notice as the card to send now; nothing when there is nothing left to say. */
export async function renderNotice(_scope: Scope, _notice: Notice): Promise<Card | undefined> {
  return undefined;
}
