import type { Log } from './events.ts';
import { ladder, positionOf } from './ladder.ts';

/** One call that the ladder asked for, from the first request to its end. */
export interface Call {
  readonly customer: string;
  readonly position: number;
  readonly at: Date;
  /** When somebody was asked last: until then it was open, and took in whatever came to be as urgent. */
  lastAsked: Date;
  /** Who was asked first. */
  readonly asked: string;
  readonly missedBy: string[];
  /** Who recorded an outcome, whatever it was, the first last. */
  readonly tried: string[];
  end?: { readonly at: Date; readonly how: 'spoken' | 'superseded' };
}

type Event =
  | {
      readonly at: Date;
      readonly kind: 'asked';
      readonly user: string;
      readonly customer: string;
      readonly position: number;
    }
  | {
      readonly at: Date;
      readonly kind: 'called';
      readonly user: string;
      readonly customer: string;
      readonly spoke: boolean;
    }
  | { readonly at: Date; readonly kind: 'missed'; readonly user: string; readonly customer: string };

/** Puts together what was asked, done and missed about each customer, in the order in which it happened. */
export function callsIn(log: Log): readonly Call[] {
  const calls: Call[] = [];
  const current = new Map<string, Call>();
  for (const event of eventsOf(log)) {
    const call = current.get(event.customer);
    switch (event.kind) {
      case 'asked':
        if (call?.position === event.position && call.end === undefined) call.lastAsked = event.at;
        if (!isAnother(call, event)) break;
        if (call !== undefined) call.end ??= { at: event.at, how: 'superseded' };
        calls.push(begin(event, current));
        break;
      case 'called':
        if (call?.end !== undefined) break;
        call?.tried.push(event.user);
        if (call !== undefined && event.spoke) call.end = { at: event.at, how: 'spoken' };
        break;
      case 'missed':
        if (call?.end === undefined && !call?.missedBy.includes(event.user)) call?.missedBy.push(event.user);
        break;
    }
  }
  return calls;
}

/** The same step asked for again is the same call, until it was made; what is asked as it ends is what it was. */
function isAnother(call: Call | undefined, { position, at }: Extract<Event, { kind: 'asked' }>): boolean {
  if (call === undefined) return true;
  return call.end === undefined ? call.position !== position : call.end.at < at;
}

function begin(
  { customer, position, at, user }: Extract<Event, { kind: 'asked' }>,
  current: Map<string, Call>,
): Call {
  const call: Call = { customer, position, at, lastAsked: at, asked: user, missedBy: [], tried: [] };
  current.set(customer, call);
  return call;
}

function eventsOf(log: Log): readonly Event[] {
  const asked = log.asked.flatMap(({ at, user, customer, what }): readonly Event[] => {
    const position = positionOf(what);
    return ladder[position]?.kind === 'call' ? [{ at, kind: 'asked', user, customer, position }] : [];
  });
  const called = log.called.map((one): Event => ({ ...one, kind: 'called' }));
  const missed = log.missed.flatMap(({ at, user, customers }) =>
    customers.map((customer): Event => ({ at, kind: 'missed', user, customer })),
  );
  // In the same instant an outcome comes first: what is asked then is what comes after it.
  return [...called, ...asked, ...missed].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
