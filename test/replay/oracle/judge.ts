import type { Invoice } from '../ledger/history.ts';
import { type Call, callsIn } from './calls.ts';
import { type Log, readLog } from './events.ts';
import { type Faults, faultsIn } from './faults.ts';
import type { Rest } from './rests.ts';
import { type StepDue, stepsDue } from './steps.ts';
import { createWorld } from './world.ts';

/** All that the oracle found out, from the file, the ladder and the servers' logs alone. */
export interface Findings {
  readonly log: Log;
  readonly calls: readonly Call[];
  readonly steps: readonly StepDue[];
  readonly faults: Faults;
  readonly rests: readonly Rest[];
}

export function judge(
  history: readonly Invoice[],
  logs: { readonly chat: string; readonly mail: string },
  to: string,
): Findings {
  const log = readLog(logs.chat, logs.mail);
  const world = createWorld(history, log);
  const calls = callsIn(log);
  return {
    log,
    calls,
    steps: stepsDue(world, log, calls, to),
    faults: faultsIn(world, log, calls),
    rests: world.rests,
  };
}
