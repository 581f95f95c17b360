/** What must never happen, said a second time and without any of the engine's short cuts. Faults are sentences. */
import { addDays, type BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { addBusinessDays, type Calendar, isOpen } from '../../../src/core/calendar/business-days.ts';
import { dateIn, timeIn } from '../../../src/core/calendar/zone.ts';
import type { Action, Receipt } from '../../../src/core/dunning/decision.ts';
import type { CaseFacts, InvoiceFacts, Received } from '../../../src/core/dunning/facts.ts';
import type { Step } from '../../../src/core/dunning/ladder.ts';
import { standardLadder } from '../../../src/ladders/presets.ts';
import { show } from './stage.ts';
import type { Done } from './world.ts';

const { steps, minimumGapBusinessDays } = standardLadder;

export type Rule = (done: Done, index: number, all: readonly Done[]) => readonly string[];

/** No contact on closed days or outside the hours of its step. */
export const keepsHours: Rule = ({ at, action, facts }) => {
  const { calendar } = facts;
  const { window } = stepNamed(action.step);
  const isIn = (instant: Date): boolean => {
    const time = timeIn(calendar.zone, instant);
    return isOpen(calendar, dateIn(calendar.zone, instant)) && window.from <= time && time < window.to;
  };
  if (action.kind === 'letter' && !isIn(at)) return [`${say(action, at)} is outside hours`];
  if (action.kind !== 'call') return [];
  const sameDay = dateIn(calendar.zone, action.deadline) === action.on;
  const roomy = action.deadline.getTime() - action.due.getTime() >= 59 * 60_000;
  return isIn(action.due) && sameDay && roomy && action.due >= at
    ? []
    : [`${say(action, at)} is outside hours`];
};

/** No step before its day; no letter whose predecessor was not delivered its offset ago. */
export const keepsDays: Rule = ({ at, action, today, facts }) => {
  if (isByHand(action, facts)) return [];
  return action.receives.flatMap((receipt) => {
    const one = invoiceOf(facts, receipt.invoice);
    if (one.promiseBroken || ridesOnClaim(facts, action, receipt)) return [];
    const first = earliestDay(facts.calendar, one, stepNamed(receipt.step));
    return first !== undefined && first <= today
      ? []
      : [`${say(action, at)}: ${receipt.step} not before ${first}`];
  });
};

/** A claim names only what a delivered letter demanded, and never in shadow mode or on stale data. */
export const demandsBeforeClaims: Rule = ({ at, action, facts }) => {
  if (action.kind !== 'claim') return [];
  const undemanded = action.invoices.filter((id) => !isDemanded(invoiceOf(facts, id)));
  const both = action.invoices.filter((id) => action.alsoOpen.includes(id));
  return undemanded.length + both.length === 0 && action.invoices.length > 0 && !facts.shadow
    ? []
    : [say(action, at)];
};

/** Between two contacts lies the minimum gap, unless the later is stronger, or both are one. */
export const keepsGap: Rule = ({ at, action, facts, today }, index, all) => {
  const last = facts.lastContact;
  const isContact = action.kind === 'call' || (action.kind === 'letter' && action.how === 'send');
  if (!isContact || last === undefined || isByHand(action, facts)) return [];
  const step = stepNamed(action.step);
  const stronger = positionOf(step.key) > last.position;
  const oneContact = last.on === today && step.sequence !== undefined && step.sequence === last.sequence;
  const free = addBusinessDays(facts.calendar, last.on, minimumGapBusinessDays);
  if (stronger || oneContact || today >= free || isSentAgain(action, facts)) return [];
  const follower = all
    .slice(index + 1)
    .find((later) => later.today === today && later.action.kind === 'call');
  const leads =
    action.kind === 'letter' && follower !== undefined && positionOf(follower.action.step) > last.position;
  return leads ? [] : [`${say(action, at)} only days after ${last.on}`];
};

/** Whoever was called back is not called again on that day, and within the gap only by something stronger. */
export const callsNobodyBackTwice: Rule = ({ at, action, facts, today }) => {
  const made = facts.calledBack;
  if (action.kind !== 'call' || made === undefined || isByHand(action, facts)) return [];
  const stronger = action.receives.some(({ step }) => positionOf(step) > made.position);
  const free = addBusinessDays(facts.calendar, made.on, stronger ? 1 : minimumGapBusinessDays);
  return today >= free ? [] : [`${say(action, at)} though called back on ${made.on}`];
};

/** A letter of which some came back: they never had it. */
function isSentAgain(action: Action, facts: CaseFacts): boolean {
  return (
    action.kind === 'letter' &&
    action.receives.some(({ invoice, step }) =>
      invoiceOf(facts, invoice).received.some((one) => one.step === step && one.how === 'failed'),
    )
  );
}

/** No letter leaves that did not stand announced, for the customer's step, and for a quarter of an hour at least. */
export const announcesFirst: Rule = ({ at, action, facts }, index, all) => {
  if (action.kind !== 'letter' || action.how !== 'send' || !facts.noticeMinutes) return [];
  const told = all.slice(0, index).findLast((one) => one.action.kind === 'announcement');
  const stood = told === undefined ? 0 : at.getTime() - told.at.getTime();
  const isIt =
    told?.action.kind === 'announcement' && told.action.step === action.step && told.action.goesAt <= at;
  return isIt && stood >= 15 * 60_000 && told.today === dateIn(facts.calendar.zone, at)
    ? []
    : [`${say(action, at)} was not announced`];
};

/** Only what is pressed is named, and something above the floor is among it. */
export const pressesOnlyThePressed: Rule = ({ at, action, facts, today }) => {
  const pressed = new Map(naivelyPressed(facts, today));
  const idle = action.invoices.filter((id) => (pressed.get(id) ?? 0n) <= 0n);
  const worth =
    isByHand(action, facts) ||
    action.receives.some(({ invoice }) => (pressed.get(invoice) ?? 0n) >= facts.floor);
  const quiet =
    facts.stopped || facts.letterUnderway || (facts.pausedUntil !== undefined && today < facts.pausedUntil);
  const sues = action.kind === 'claim' || action.kind === 'handover';
  const early = action.invoices.filter((id) => sues && invoiceOf(facts, id).effectiveDueOn >= today);
  return idle.length + early.length === 0 && worth && !quiet && action.receives.length > 0
    ? []
    : [`${say(action, at)} presses too much`];
};

/** Letters, claims and hand-overs wait for fresh data; no letter is sent where one arrived. */
export const writesOnceAndOnFreshData: Rule = ({ at, action, facts, today }) => {
  if (action.kind === 'call' || action.kind === 'join') return [];
  const fresh =
    facts.ledgerCovers !== undefined && facts.ledgerCovers >= addBusinessDays(facts.calendar, today, -1);
  const again = action.receives.filter(({ invoice, step }) =>
    invoiceOf(facts, invoice).received.some((one) => one.step === step && one.how === 'delivered'),
  );
  return fresh && again.length === 0 ? [] : [`${say(action, at)} is stale or repeats itself`];
};

/**
 * What invoices receive is never above the pitch. A call joins only an open one that is as strong and whose step
 * somebody worth pressing received; it takes the place of a stronger one only when nobody did.
 */
export const pitchesHighest: Rule = ({ at, action, facts, today }) => {
  const above = action.receives.filter(({ step }) => positionOf(step) > positionOf(action.step));
  const open = facts.openCall === undefined ? -1 : positionOf(facts.openCall.step);
  const worth = naivelyPressed(facts, today).filter(([, amount]) => amount >= facts.floor && amount > 0n);
  const inTone = worth.some(([id]) =>
    invoiceOf(facts, id).received.some(({ step }) => positionOf(step) >= open),
  );
  const rightly =
    action.kind === 'join'
      ? facts.openCall?.step === action.step
      : action.kind !== 'call' ||
        open < positionOf(action.step) ||
        (open > positionOf(action.step) && !inTone);
  return above.length === 0 && (rightly || isByHand(action, facts))
    ? []
    : [`${say(action, at)} with ${facts.openCall?.step ?? 'no call'} open`];
};

/** No reminder before the due day for somebody who was demanded for something else. */
export const remindsOnlyTheUndemanded: Rule = ({ at, action, facts, today }) => {
  const reminded = action.receives.filter(({ step }) => positionOf(step) === 0);
  const late = reminded.some(({ invoice }) => invoiceOf(facts, invoice).effectiveDueOn <= today);
  return reminded.length > 0 && (facts.customerPosition >= 2 || late) && !isByHand(action, facts)
    ? [say(action, at)]
    : [];
};

/** Small sums and punctual payers are written to before the due day, if they can be; all others are called. */
export const writesToTheSmallAndPunctual: Rule = ({ at, action, facts, today }) => {
  const pressed = new Map(naivelyPressed(facts, today));
  const isForMail = (id: number): boolean =>
    facts.hasMailAddress && (facts.payer.punctual || (pressed.get(id) ?? 0n) < 25_000n);
  const wrong = action.receives.filter(
    ({ invoice, step }) => positionOf(step) === 0 && (step === 'friendly-mail') !== isForMail(invoice),
  );
  return wrong.length === 0 || isByHand(action, facts) ? [] : [say(action, at)];
};

/** A payment demand names nothing that is not owed yet. */
export const demandsOnlyTheOverdue: Rule = ({ at, action, facts, today }) => {
  if (action.kind !== 'letter' || action.letter === 'reminder') return [];
  const early = action.invoices.filter((id) => invoiceOf(facts, id).effectiveDueOn >= today);
  return early.length === 0 ? [] : [say(action, at)];
};

/** The friendly mail has the friendly call's place. */
export function positionOf(key: string): number {
  const places = steps.map((step) => step.key).filter((each) => each !== 'friendly-mail');
  return places.indexOf(key === 'friendly-mail' ? 'friendly-call' : key);
}

/** In plain words the rule "open, less promised, disputed and covered, the oldest covered first". */
function naivelyPressed(facts: CaseFacts, today: BusinessDate): readonly (readonly [number, bigint])[] {
  let cover = facts.cover.filter(({ until }) => today < until).reduce((sum, { amount }) => sum + amount, 0n);
  return facts.invoices
    .toSorted((a, b) => a.effectiveDueOn.localeCompare(b.effectiveDueOn) || a.id - b.id)
    .map((one) => {
      const still = one.excluded || (one.pausedUntil !== undefined && today < one.pausedUntil);
      const rest = still ? 0n : one.open - one.promised - one.disputed;
      const positive = rest > 0n ? rest : 0n;
      const covered = positive < cover ? positive : cover;
      cover -= covered;
      return [one.id, positive - covered] as const;
    });
}

/** Day by day: each open day that was not rested is one day of waiting. */
function earliestDay(calendar: Calendar, one: InvoiceFacts, step: Step): BusinessDate | undefined {
  if (step.anchor === 'due') return addBusinessDays(calendar, one.effectiveDueOn, businessDaysOf(step));
  if (step.anchor === 'issue') throw new Error('no step of the standard ladder counts from the issue');
  const before = stepNamed(step.anchor.after);
  const received = receivedAt(one, before);
  if (received === undefined || !mayFollow(received, step)) return undefined;
  const day = waited(calendar, one, received.on, businessDaysOf(step));
  if (step.kind === 'call') return day;
  const demand = receivedAt(one, stepNamed('payment-demand'));
  if (demand?.how !== 'delivered') return undefined;
  const sinceDemand = step.kind === 'claim' ? 4 : 14;
  const demanded = waited(calendar, one, demand.on, sinceDemand);
  return demanded > day ? demanded : day;
}

function businessDaysOf({ offset }: Step): number {
  if ('businessDays' in offset) return offset.businessDays;
  throw new Error('the standard ladder counts business days');
}

function waited(
  calendar: Calendar,
  { rested }: InvoiceFacts,
  from: BusinessDate,
  days: number,
): BusinessDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isOpen(calendar, day) && !rested.some((stretch) => stretch.from <= day && day <= stretch.to))
      left -= 1;
  }
  return day;
}

function mayFollow({ how }: Received, next: Step): boolean {
  return (
    how === 'done' ||
    how === 'delivered' ||
    (next.kind === 'call' && (how === 'withheld' || how === 'impossible'))
  );
}

function isDemanded(one: InvoiceFacts): boolean {
  return receivedAt(one, stepNamed('payment-demand'))?.how === 'delivered';
}

/** Named in somebody else's claim, having been demanded. */
function ridesOnClaim(facts: CaseFacts, action: Action, { invoice }: Receipt): boolean {
  return action.kind === 'claim' && isDemanded(invoiceOf(facts, invoice));
}

function isByHand(action: Action, { raisedTo }: CaseFacts): boolean {
  return raisedTo === action.step || ('reason' in action && action.reason === 'raised');
}

function receivedAt({ received }: InvoiceFacts, { key }: Step): Received | undefined {
  return received.find(({ step }) => step === key);
}

function invoiceOf({ invoices }: CaseFacts, id: number): InvoiceFacts {
  const found = invoices.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no invoice ${id}`);
  return found;
}

function stepNamed(key: string): Step {
  const found = steps.find((step) => step.key === key);
  if (found === undefined) throw new Error(`no step ${key}`);
  return found;
}

function say(action: Action, at: Date): string {
  return `${at.toISOString()} ${show(action)}`;
}
