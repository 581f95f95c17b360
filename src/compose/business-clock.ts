import type { Office } from '../services/ports.ts';
import { within } from '../services/scope.ts';

/** The business clock as this process last knew it, for stamping what is shown; the truth is in Postgres. */
export interface BusinessClock {
  readonly now: () => Date;
  readonly follow: (office: Office, workspaceId: number) => Promise<void>;
  /** Whoever has just read the truth for another purpose passes it on: an import may have set the clock back. */
  readonly saw: (offsetMs: number) => void;
}

export function createBusinessClock(baseNow: () => Date): BusinessClock {
  let offsetMs = 0;
  const saw = (read: number): void => {
    offsetMs = read;
  };
  return {
    saw,
    now: () => new Date(baseNow().getTime() + offsetMs),
    follow: async (office, workspaceId) =>
      saw(await within(office, workspaceId, ({ workspace }) => Promise.resolve(workspace.clockOffsetMs))),
  };
}
