import * as queries from '../../../db/queries/outbox/stale-cards.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { chatLeaseSeconds } from './claim.ts';

export type { StaleCard } from '../../../db/queries/outbox/stale-cards.ts';

/** Takes a card on the platform that shows less than is known. Nobody else refreshes it meanwhile. */
export async function claimStaleCard(
  office: Office,
  workspaceId: number,
): Promise<queries.StaleCard | undefined> {
  return within(office, workspaceId, ({ tx }) =>
    queries.claimStaleCard(tx, office.machineNow(), chatLeaseSeconds),
  );
}

/** The card shows what was wanted when it was rendered; anything wanted since then refreshes it once more. */
export async function cardShown(office: Office, workspaceId: number, of: queries.StaleCard): Promise<void> {
  await within(office, workspaceId, async ({ tx }) => {
    await queries.noteCardShown(tx, of.id, of.wanted);
    await queries.releaseCard(tx, of.outboxId);
  });
}

/** Puts the next try off, or gives the card up. */
export async function cardDelayed(
  office: Office,
  workspaceId: number,
  of: queries.StaleCard,
  fate: { readonly afterSeconds: number } | 'parked',
): Promise<void> {
  await within(office, workspaceId, async ({ tx }) => {
    await queries.releaseCard(tx, of.outboxId);
    if (fate === 'parked') await queries.parkCard(tx, of.id);
    else
      await queries.delayCard(tx, of.id, new Date(office.machineNow().getTime() + fate.afterSeconds * 1000));
  });
}
