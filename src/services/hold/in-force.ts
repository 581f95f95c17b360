import { holdsInForce as find, type HoldInForce } from '../../../db/queries/hold/in-force.ts';
import { lastAnnouncements } from '../../../db/queries/hold-announcement/find.ts';
import type { HoldAnnouncementRow } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';

export interface HoldOnList extends HoldInForce {
  readonly announced: HoldAnnouncementRow | undefined;
}

/** All holds that are on or lifted against a promise, the newest first. */
export async function holdsInForce(scope: Scope): Promise<readonly HoldOnList[]> {
  const found = await find(scope.tx);
  const announced = await lastAnnouncements(
    scope.tx,
    found.map(({ hold }) => hold.id),
  );
  return found.map((one) => ({ ...one, announced: announced.get(one.hold.id) }));
}
