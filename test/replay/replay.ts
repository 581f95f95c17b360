import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDesk, type Database } from './desk/desk.ts';
import { removeEnforcement } from './desk/without-enforcement.ts';
import type { Ledger } from './ledger/ledgers.ts';
import { createDays } from './oracle/days.ts';
import { type Findings, judge } from './oracle/judge.ts';
import { createDice } from './people/dice.ts';
import { walk } from './walk.ts';

/** What is replayed, and by what people. */
export interface Replay {
  readonly ledger: Ledger;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  readonly seed: number;
  /** How often people never do what waits for them, from 0 to 1. */
  readonly forget: number;
  /** Off: tasks stay with whoever forgot, and the ladder waits for them. */
  readonly enforced: boolean;
  /** Where the servers' logs are kept. */
  readonly keepIn?: string;
}

/** Replays a ledger in a Dunwell of its own, and has the oracle judge what the servers saw. */
export async function replay(database: Database, { ledger, from, to, ...how }: Replay): Promise<Findings> {
  if (!how.enforced) await removeEnforcement(database.ownerUrl);
  const days = createDays(ledger.place.country, ledger.place.zone);
  const desk = await openDesk(database, ledger.place, { day: days.open(from), time: '06:00' });
  let today = from;
  try {
    const temper = { dice: createDice(how.seed), forget: how.forget };
    await walk(desk, ledger, days, { from, to, temper, onDay: (day) => void (today = day) });
    return judge(ledger.history, desk.logs, to);
  } catch (error) {
    throw new Error(`seed ${how.seed}, forget ${how.forget}, on ${today}`, { cause: error });
  } finally {
    const { keepIn } = how;
    if (keepIn !== undefined)
      for (const log of Object.values(desk.logs)) copyFileSync(log, join(keepIn, basename(log)));
    await desk.close();
  }
}
