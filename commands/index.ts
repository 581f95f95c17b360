import type { Command } from '../src/chat/types.ts';
import { account } from './account.ts';
import { aging } from './aging.ts';
import { assign } from './assign.ts';
import { away } from './away.ts';
import { calls } from './calls.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';
import { digest } from './digest.ts';
import { dispute } from './dispute.ts';
import { escalate } from './escalate.ts';
import { forecast } from './forecast.ts';
import { helpFor } from './help.ts';
import { hold } from './hold.ts';
import { fileDropped, importItems } from './import.ts';
import { ladder } from './ladder.ts';
import { isLadderFile, ladderDropped } from './ladder/save.ts';
import { letter } from './letter.ts';
import { outcome } from './outcome.ts';
import { overdue } from './overdue.ts';
import { isPaper, paperDropped } from './account/paper.ts';
import { pause } from './pause.ts';
import { payment } from './payment.ts';
import { plan } from './plan.ts';
import { promise } from './promise.ts';
import { team } from './team.ts';

const working: readonly Command<Context>[] = [
  overdue,
  calls,
  account,
  outcome,
  promise,
  dispute,
  plan,
  pause,
  hold,
  payment,
  escalate,
  letter,
  ladder,
  assign,
  away,
  team,
  importItems,
  aging,
  forecast,
  digest,
  audit,
];

/** Every command Dunwell has, in the order in which /help shows them. */
export const commands: readonly Command<Context>[] = [...working, helpFor(working)];

/** What happens with a file that somebody put into a conversation. */
export const onFile: typeof fileDropped = (context, file) =>
  isPaper(file.name)
    ? paperDropped(context, file)
    : isLadderFile(file.name)
      ? ladderDropped(context, file)
      : fileDropped(context, file);
