import type { BadRowsShown } from '../preview.ts';

/** What importing a side file would do, or did. */
export interface SideShown {
  readonly lines: readonly string[];
  readonly badRows: BadRowsShown;
  readonly changes: number;
}
