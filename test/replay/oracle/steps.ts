import { grouped } from './grouped.ts';
import type { Invoice } from '../ledger/history.ts';
import type { Call } from './calls.ts';
import type { Log } from './events.ts';
import { ladder, positionOf } from './ladder.ts';
import type { World } from './world.ts';

/** A step that an invoice earned by its own dates, and what became of it. */
export interface StepDue {
  readonly invoice: string;
  readonly customer: string;
  readonly position: number;
  readonly on: string;
  /** `eased`: it was paid, promised or too small to press before anybody had to be late with it. */
  readonly fate: 'done' | 'eased' | 'lost';
  readonly doneOn?: string;
}

/** Business days under pressure that a step may take: the gap, a day of stale data, a call back that was agreed. */
const patienceDays = 5;

/** Walks every invoice up the ladder, by what can be seen from outside. */
export function stepsDue(world: World, log: Log, calls: readonly Call[], to: string): readonly StepDue[] {
  const seen = seenBy(world, log, calls);
  return world.invoices.flatMap((invoice) => walkUp(world, seen(invoice.customer), invoice, to));
}

interface Seen {
  readonly day: string;
  /** An open call is seen until then. */
  readonly until?: string;
  readonly position: number;
  /** A letter and a question name them; a call is about all that is pressed. */
  readonly invoices?: readonly string[];
}

function seenBy({ daysOf }: World, log: Log, calls: readonly Call[]): (customer: string) => readonly Seen[] {
  const day = (customer: string, at: Date): string => daysOf(customer).wall(at).day;
  const all = [
    ...calls.map(({ customer, at, lastAsked, position }) => ({
      customer,
      day: day(customer, at),
      until: day(customer, lastAsked),
      position,
    })),
    ...log.letters.map(({ customer, at, what, invoices }) => ({
      customer,
      day: day(customer, at),
      position: positionOf(what),
      invoices,
    })),
    ...log.approvals.map(({ customer, at, what, invoices }) => ({
      customer,
      day: day(customer, at),
      position: positionOf(what),
      ...(invoices !== undefined && { invoices }),
    })),
  ];
  const byCustomer = grouped(all, ({ customer }) => customer);
  return (customer) => byCustomer.get(customer) ?? [];
}

function walkUp(world: World, seen: readonly Seen[], invoice: Invoice, to: string): readonly StepDue[] {
  const steps: StepDue[] = [];
  let last: string | undefined;
  const handedOver = seen.find(({ position }) => ladder[position]?.kind === 'handover')?.day ?? '9999';
  for (const [position, step] of ladder.entries()) {
    if (step.kind === 'handover') break;
    const from = step.from === 'due' ? world.effectiveDue(invoice) : last;
    const on = from === undefined ? undefined : world.daysOf(invoice.customer).shift(from, step.offset);
    if (on === undefined || on > to || on >= handedOver) break;
    const due = becameOf(world, seen, invoice, { position, on, to: to < handedOver ? to : handedOver });
    if (due !== undefined) steps.push(due);
    last = due?.doneOn;
  }
  return steps;
}

/** Undefined: there was no pressure on the step's day, so it was not due. */
function becameOf(
  world: World,
  seen: readonly Seen[],
  invoice: Invoice,
  { position, on, to }: { readonly position: number; readonly on: string; readonly to: string },
): StepDue | undefined {
  const { number, customer } = invoice;
  const due = { invoice: number, customer, position, on };
  const days = world.daysOf(customer);
  const noon = (day: string): Date => new Date(days.startOf(day).getTime() + 12 * 3_600_000);
  if (!world.isPressed(invoice, noon(on))) return undefined;
  if (isBeforeDue(position) && owesMore(world, seen, invoice, { on, at: noon(on) })) return undefined;
  const ahead = seen.find((one) => isAhead(one, position, number) && one.day >= world.effectiveDue(invoice));
  if (ahead !== undefined && ahead.day < on) return { ...due, fate: 'done', doneOn: ahead.day };
  let pressed = 0;
  for (let day = on; day <= to; day = days.shift(day, 1)) {
    const done = seen.some((one) => isSeen(one, day) && answers(one, position, number));
    if (done) return { ...due, fate: 'done', doneOn: day };
    if (!world.isOpen(invoice, noon(day))) return { ...due, fate: 'eased' };
    if (world.isPressed(invoice, noon(day))) pressed += 1;
    if (pressed > patienceDays) return { ...due, fate: 'lost' };
  }
  return { ...due, fate: 'eased' };
}

const isBeforeDue = (position: number): boolean => (ladder[position]?.offset ?? 0) < 0;

/** Whoever owes what was demanded of them in writing is not asked kindly about what is not due yet. */
function owesMore(
  world: World,
  seen: readonly Seen[],
  { customer, number }: Invoice,
  { on, at }: { readonly on: string; readonly at: Date },
): boolean {
  const demanded = seen.filter(({ day, position }) => day <= on && ladder[position]?.kind === 'letter');
  return world.invoices.some(
    (other) =>
      other.customer === customer &&
      other.number !== number &&
      world.isPressed(other, at) &&
      demanded.some(({ invoices }) => invoices?.includes(other.number)),
  );
}

/** A claim that another invoice earned sues for all that was demanded in writing: it may name this one before its day. */
const isAhead = (seen: Seen, position: number, invoice: string): boolean =>
  ladder[position]?.kind === 'claim' &&
  seen.position >= position &&
  (seen.invoices?.includes(invoice) ?? false);

const isSeen = ({ day: from, until = from }: Seen, day: string): boolean => from <= day && day <= until;

/** A stronger contact stands for a weaker one; only a letter that names the invoice is a letter about it. */
function answers(seen: Seen, position: number, invoice: string): boolean {
  if (seen.position < position) return false;
  if (ladder[position]?.kind === 'letter') return seen.invoices?.includes(invoice) ?? false;
  return seen.position > position || (seen.invoices?.includes(invoice) ?? true);
}
