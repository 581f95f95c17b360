import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/client.ts';
import type { Log, Office, WakeKind } from '../services/ports.ts';

/** What stories replace: the two clocks, and the platform's patience on a busy machine. */
export interface Surroundings {
  readonly machineNow: () => Date;
  readonly baseNow: () => Date;
  /** Milliseconds in which the local workspace wants an acknowledgement; Slack's by default. */
  readonly ackMs?: number;
  /** Milliseconds in which whoever is told of holds must answer. */
  readonly webhookPatienceMs?: number;
  /** Nobody works but whoever drains the engine, so that the same deeds in the same order give the same messages. */
  readonly byHand?: boolean;
}

export const thisMachine: Surroundings = { machineNow: () => new Date(), baseNow: () => new Date() };

export interface OfficeParts {
  readonly db: Database;
  readonly log: Log;
  readonly around: Surroundings;
  readonly movableClock: boolean;
  readonly holdsHeardAt?: string;
  readonly wake: (kind: WakeKind, workspaceId: number) => Promise<void>;
}

/** What the use cases stand on. */
export function createOffice({ around, wake, ...parts }: OfficeParts): Office {
  return {
    ...parts,
    machineNow: around.machineNow,
    baseNow: around.baseNow,
    token: () => randomBytes(12).toString('base64url'),
    // A lost wake costs one poll; it must not undo what was committed.
    wake: (kind, workspaceId) => {
      wake(kind, workspaceId).catch((error: unknown) =>
        parts.log.warn({ err: error }, 'the queue could not be woken'),
      );
    },
  };
}
