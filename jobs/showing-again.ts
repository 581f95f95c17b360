import { ChatError } from '../src/chat/port.ts';
import type { Courier } from './courier.ts';

/** When something that could not be shown is tried again, in seconds of the machine's clock; `parked`: not by itself. */
export type ShowLater = { readonly afterSeconds: number } | 'parked';

/** After a fault of ours; the platform names its own times. */
const pauseAfterFaultSeconds = 60;

/** Showing the same once more costs nothing but the second, so an unclear answer is simply tried again. */
const pauseAfterDoubtSeconds = 5;

/** When to try again after an error, which is logged where it is no passing one. @param what As in "a card". */
export function laterAfter({ office }: Courier, error: unknown, what: string): ShowLater {
  if (!(error instanceof ChatError)) {
    office.log.error({ err: error }, `${what} could not be made`);
    return { afterSeconds: pauseAfterFaultSeconds };
  }
  switch (error.failure.kind) {
    case 'later':
      return { afterSeconds: error.failure.afterSeconds };
    case 'unclear':
      return { afterSeconds: pauseAfterDoubtSeconds };
    case 'refused':
      office.log.warn({ err: error }, `${what} cannot be shown`);
      return 'parked';
  }
}
