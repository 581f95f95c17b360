import type { Command } from '../src/chat/types.ts';
import { calls } from './calls.ts';
import type { Context } from './context.ts';
import { digest } from './digest.ts';
import { escalate } from './escalate.ts';
import { help } from './help.ts';
import { letter } from './letter.ts';
import { outcome } from './outcome.ts';
import { overdue } from './overdue.ts';
import { promise } from './promise.ts';

/** Every command Dunwell has, in the order in which /help shows them. */
export const commands: readonly Command<Context>[] = [
  overdue,
  calls,
  outcome,
  promise,
  escalate,
  letter,
  digest,
  help,
];
