import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { ServingUrls } from '../../../db/provision.ts';
import { compose, type Dunwell } from '../../../src/compose.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { instantAt } from '../../../src/core/calendar/zone.ts';
import { nextMoment } from '../../../src/services/clock/next-moment.ts';
import { roster } from '../../../src/services/member/roster.ts';
import type { Actor, Log } from '../../../src/services/ports.ts';
import { announceFor } from '../../support/postgres/announce-for.ts';
import { within } from '../../../src/services/scope.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import type { Place } from '../ledger/place.ts';

/** A whole Dunwell whose clock stands still until it is moved, with the local chat and mail servers. */
export interface Desk {
  readonly dunwell: Dunwell;
  readonly workspace: Workspace;
  /** What the chat server and the mail server wrote down. */
  readonly logs: { readonly chat: string; readonly mail: string };
  readonly instant: (day: string, time: string) => Date;
  /** When something is due next. */
  readonly nextMoment: () => Promise<Date | undefined>;
  readonly moveTo: (day: string, time: string) => Promise<void>;
  readonly settle: () => Promise<void>;
  /** Whoever is called so, for what is not done in chat here. */
  readonly actor: (name: string) => Promise<Actor>;
  readonly close: () => Promise<void>;
}

/** Where it keeps its books. */
export type Database = ServingUrls & { readonly ownerUrl: string };

export async function openDesk(
  database: Database,
  place: Place,
  { day, time }: { readonly day: string; readonly time: string },
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'dunwell-replay-'));
  const instant = (on: string, at: string): Date => instantAt(place.zone, businessDate(on), at);
  const base = instant(day, time);
  // As the product begins: letters stand announced before they go.
  await announceFor(database.ownerUrl, 120);
  const dunwell = await compose(
    { dataFolder: folder, port: 0, logLevel: 'error', database: { ...database, ours: true }, place },
    errorsOnly,
    { machineNow: () => base, baseNow: () => base, ackMs: 30_000, byHand: true },
  );
  const { workspaceId, office, engine, clock, local } = dunwell;
  if (local === undefined) throw new Error('the desk needs the local workspace');
  return {
    dunwell,
    workspace: local.workspace,
    logs: {
      chat: join(folder, 'workspace', 'journal.jsonl'),
      mail: join(folder, 'workspace', 'mails.jsonl'),
    },
    instant,
    nextMoment: async () => (await nextMoment(office, workspaceId))?.at,
    moveTo: async (on, at) => {
      await clock.step({ to: instant(on, at).toISOString() });
    },
    settle: () => engine.drain(workspaceId),
    actor: async (name) => {
      const people = await within(office, workspaceId, roster);
      const found = [...people.values()].find((person) => person.name.startsWith(name));
      if (found === undefined) throw new Error(`nobody here is called ${name}`);
      return { workspaceId, memberId: found.id };
    },
    close: async () => {
      await dunwell.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const errorsOnly: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields, message) => void process.stderr.write(`${message} ${inspect(fields)}\n`),
};
