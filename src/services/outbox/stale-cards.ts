import * as queries from '../../../db/queries/outbox/stale-cards.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

export type { StaleCard } from '../../../db/queries/outbox/stale-cards.ts';

/** How many cards are brought up to date in one pass. */
const batch = 20;

/** Cards on the platform that show less than is known. Updating one twice is harmless, so none is claimed. */
export async function staleCards(office: Office, workspaceId: number): Promise<readonly queries.StaleCard[]> {
  return within(office, workspaceId, ({ tx }) => queries.staleCards(tx, office.machineNow(), batch));
}

/** The card shows what was wanted when it was rendered; anything wanted since then refreshes it once more. */
export async function cardShown(office: Office, workspaceId: number, of: queries.StaleCard): Promise<void> {
  await within(office, workspaceId, ({ tx }) => queries.noteCardShown(tx, of.id, of.wanted));
}

/** Puts the next try off, or gives the card up. */
export async function cardDelayed(
  office: Office,
  workspaceId: number,
  of: queries.StaleCard,
  fate: { readonly afterSeconds: number } | 'parked',
): Promise<void> {
  await within(office, workspaceId, ({ tx }) =>
    fate === 'parked'
      ? queries.parkCard(tx, of.id)
      : queries.delayCard(tx, of.id, new Date(office.machineNow().getTime() + fate.afterSeconds * 1000)),
  );
}
