import type { Office } from '../services/ports.ts';
import { within } from '../services/scope.ts';

/** The business clock as this process last knew it, for stamping what is shown; the truth is in Postgres. */
export interface BusinessClock {
  readonly now: () => Date;
  readonly follow: (office: Office, workspaceId: number) => Promise<void>;
}

export function createBusinessClock(baseNow: () => Date): BusinessClock {
  let offsetMs = 0;
  return {
    now: () => new Date(baseNow().getTime() + offsetMs),
    follow: async (office, workspaceId) => {
      offsetMs = await within(office, workspaceId, ({ workspace }) =>
        Promise.resolve(workspace.clockOffsetMs),
      );
    },
  };
}
