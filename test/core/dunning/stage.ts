/** What the tests of the ladder share: facts with sensible defaults, and the carrying out of decisions on facts. */
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { type Calendar, effectiveDueDate } from '../../../src/core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../../src/core/calendar/zone.ts';
import { decideNextStep } from '../../../src/core/dunning/decide.ts';
import type { Action, Decision, Receipt, Rest } from '../../../src/core/dunning/decision.ts';
import type { CaseFacts, Fate, InvoiceFacts, Received } from '../../../src/core/dunning/facts.ts';
import type { Ladder } from '../../../src/core/dunning/ladder.ts';
import { positionOf } from '../../../src/core/dunning/place.ts';
import { standardLadder } from '../../../src/ladders/presets.ts';

export const berlin: Calendar = { country: 'DE', zone: 'Europe/Berlin' };

export const day = businessDate;

/** `at('2026-11-03 08:00')` on the wall in Berlin, or elsewhere. */
export function at(text: string, zone = berlin.zone): Date {
  const [on = '', time = '00:00'] = text.split(' ');
  return instantAt(zone, businessDate(on), time);
}

export function invoice(
  id: number,
  dueOn: string,
  changes: Partial<InvoiceFacts> = {},
  calendar: Calendar = berlin,
): InvoiceFacts {
  return {
    id,
    number: `R-${id}`,
    issuedOn: day('2026-09-01'),
    dueOn: day(dueOn),
    effectiveDueOn: effectiveDueDate(calendar, day(dueOn)),
    open: 100_000n,
    promised: 0n,
    disputed: 0n,
    excluded: false,
    promiseBroken: false,
    received: [],
    rested: [],
    ...changes,
  };
}

export function received(step: string, on: string, how: Fate = 'done'): Received {
  return { step, on: day(on), how };
}

/** Everything is well: data are fresh, letters can go out, nobody stands in the way. */
export function caseOf(invoices: readonly InvoiceFacts[], changes: Partial<CaseFacts> = {}): CaseFacts {
  return {
    ...withPosition({
      caseId: 1,
      currency: 'EUR',
      calendar: berlin,
      payer: { country: 'DE', tags: [], contactRoles: ['accounts payable'], punctual: false },
      floor: 5_000n,
      invoices,
      cover: [],
      customerPosition: -1,
      stopped: false,
      approvals: [],
      letterUnderway: false,
      hasMailAddress: true,
      shadow: false,
      ledgerCovers: day('2099-12-31'),
    }),
    ...changes,
  };
}

export function decide(facts: CaseFacts, when: string, ladder: Ladder = standardLadder): Decision {
  return decideNextStep(ladder, facts, at(when, facts.calendar.zone));
}

/** The decision, which must be of this kind. */
export function decideA<K extends Decision['kind']>(
  kind: K,
  facts: CaseFacts,
  when: string,
  ladder?: Ladder,
): Extract<Decision, { kind: K }> {
  const decision = decide(facts, when, ladder);
  if (decision.kind === kind) return decision as Extract<Decision, { kind: K }>;
  throw new Error(`expected ${kind} at ${when}, got ${show(decision, facts.calendar.zone)}`);
}

export interface Happened {
  readonly when: Date;
  readonly decision: Action;
}

/** Does what was decided, as the service does. Letters are delivered at once, claims are left to `approve`. */
export function carryOut(facts: CaseFacts, action: Action, ladder: Ladder = standardLadder): CaseFacts {
  switch (action.kind) {
    case 'call':
      return contacted(
        { ...receive(facts, action.receives, action.on, 'done', ladder), openCall: { step: action.step } },
        action,
        ladder,
      );
    case 'announcement':
      return { ...facts, announced: { step: action.step, goesAt: action.goesAt } };
    case 'join':
      return receive(facts, action.receives, action.on, 'done', ladder);
    case 'letter': {
      const how = ({ send: 'delivered', withhold: 'withheld', impossible: 'impossible' } as const)[
        action.how
      ];
      const sent = receive(without(facts, 'announced'), action.receives, action.on, how, ladder);
      return how === 'delivered' ? contacted(sent, action, ladder) : sent;
    }
    case 'hold':
    case 'claim':
    case 'handover':
      return {
        ...facts,
        approvals: [
          ...facts.approvals.filter(({ step }) => step !== action.step),
          { step: action.step, status: 'pending', invoices: action.invoices },
        ],
      };
  }
}

/** A manager allows the claim, it goes out and is delivered on a day. */
export function approve(
  facts: CaseFacts,
  receives: readonly Receipt[],
  on: BusinessDate,
  ladder: Ladder = standardLadder,
): CaseFacts {
  const step = receives[0]?.step ?? '';
  const free = { ...facts, approvals: facts.approvals.filter((approval) => approval.step !== step) };
  return contacted(receive(free, receives, on, 'delivered', ladder), { step, on }, ladder);
}

/** Decides and carries out until the case rests. */
export function settle(
  facts: CaseFacts,
  now: Date,
  ladder: Ladder = standardLadder,
): { facts: CaseFacts; did: Happened[]; rest: Rest } {
  const did: Happened[] = [];
  let current = facts;
  for (let round = 0; round < 12; round += 1) {
    const decision = decideNextStep(ladder, current, now);
    if (decision.kind === 'rest') return { facts: current, did, rest: decision };
    did.push({ when: now, decision });
    current = carryOut(current, decision, ladder);
  }
  throw new Error(`does not come to rest: ${did.map(({ decision }) => show(decision)).join('; ')}`);
}

export function receive(
  facts: CaseFacts,
  receipts: readonly Receipt[],
  on: BusinessDate,
  how: Fate,
  ladder: Ladder = standardLadder,
): CaseFacts {
  const invoices = facts.invoices.map((one) => {
    const receipt = receipts.find(({ invoice: id }) => id === one.id);
    if (receipt === undefined) return one;
    const others = one.received.filter(({ step }) => step !== receipt.step);
    const promiseBroken = one.promiseBroken && how !== 'done';
    return { ...one, promiseBroken, received: [...others, { step: receipt.step, on, how }] };
  });
  return withPosition({ ...facts, invoices }, ladder);
}

export function withPosition(facts: CaseFacts, ladder: Ladder = standardLadder): CaseFacts {
  const positions = facts.invoices
    .filter(({ open }) => open > 0n)
    .flatMap((one) => one.received.map(({ step }) => positionOf(ladder, step)));
  return { ...facts, customerPosition: Math.max(-1, ...positions) };
}

/** One line for failures: "call official-letter-call on 2026-11-04 about 1,2". */
export function show(decision: Decision, zone = berlin.zone): string {
  if (decision.kind === 'rest') {
    const until = decision.until
      ? `${dateIn(zone, decision.until)} ${decision.until.toISOString()}`
      : 'a fact changes';
    return `rest (${decision.because}) until ${until}`;
  }
  return `${decision.kind} ${decision.step} about ${decision.invoices.join(',')} receives ${decision.receives.map((one) => `${one.invoice}:${one.step}`).join(',')}`;
}

export function contacted(
  facts: CaseFacts,
  { step, on }: { step: string; on: BusinessDate },
  ladder: Ladder,
): CaseFacts {
  const position = positionOf(ladder, step);
  const sequence = ladder.steps.find(({ key }) => key === step)?.sequence;
  return {
    ...facts,
    lastContact: { on, position, caseId: facts.caseId, ...(sequence === undefined ? {} : { sequence }) },
  };
}

export function without(
  facts: CaseFacts,
  key: 'openCall' | 'callBack' | 'raisedTo' | 'announced',
): CaseFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== key)) as unknown as CaseFacts;
}
