import { unannouncedHolds } from '../../../db/queries/hold-announcement/find.ts';
import { waitTurn } from '../../../db/queries/wait-turn.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { announceHold } from './announce.ts';

/** Tells a receiver that was just set up of the holds that are on already. */
export async function introduceHolds(office: Office, workspaceId: number): Promise<void> {
  if (office.holdsHeardAt === undefined) return;
  await within(office, workspaceId, async (scope) => {
    // Two processes that start together tell of each hold once.
    await waitTurn(scope.tx);
    for (const hold of await unannouncedHolds(scope.tx))
      await announceHold(scope, {
        event: hold.status === 'on' ? 'on' : 'suspended',
        hold,
        because: 'it was so when this webhook was set up',
      });
  });
}
