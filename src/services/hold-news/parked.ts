import { findAnnouncement } from '../../../db/queries/hold-announcement/find.ts';
import type { HoldAnnouncementRow } from '../../../db/schema/index.ts';
import { type HoldView, holdView } from '../hold/view.ts';
import type { Scope } from '../scope.ts';

/** An announcement that was given up, and the hold that it is about. */
export interface ParkedView extends HoldView {
  readonly parked: HoldAnnouncementRow;
}

export async function parkedView(scope: Scope, id: number): Promise<ParkedView | undefined> {
  const parked = await findAnnouncement(scope.tx, id);
  if (parked?.holdId === undefined || parked.holdId === null) return undefined;
  const view = await holdView(scope, parked.holdId);
  return view && { ...view, parked };
}
