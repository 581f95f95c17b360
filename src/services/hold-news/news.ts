import type { HoldAnnouncementRow, HoldRow } from '../../../db/schema/index.ts';

export type HoldEvent = HoldAnnouncementRow['event'];

/** What became of a hold. The row is as it is after the change. */
export interface HoldNews {
  readonly event: Exclude<HoldEvent, 'test' | 'warned'>;
  readonly hold: HoldRow;
  readonly because: string;
}
