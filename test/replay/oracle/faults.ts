import { grouped } from './grouped.ts';
import { calledAgain } from './call-backs.ts';
import type { Call } from './calls.ts';
import type { Days } from './days.ts';
import type { Asked, Letter, Log } from './events.ts';
import { askingHours, friendlyMail, gapDays, ladder, letterHours, positionOf } from './ladder.ts';
import type { Rest, RestKind } from './rests.ts';
import { wrongInKind } from './kinds.ts';
import type { World } from './world.ts';

/** What must never happen; each is a list of what did, in words. */
export interface Faults {
  readonly afterPayment: readonly string[];
  /** By what all that it is about rests for. */
  readonly atRest: Readonly<Record<RestKind, readonly string[]>>;
  readonly onClosedDays: readonly string[];
  readonly inQuietHours: readonly string[];
  readonly insideTheGap: readonly string[];
  readonly ofTheWrongKind: readonly string[];
  readonly duplicates: readonly string[];
}

/** A letter is a contact; so is a call, on the day on which it was asked for. */
interface Contact {
  readonly at: Date;
  readonly customer: string;
  readonly position: number;
  /** A letter and the call that follows it on the same day are one contact, as strong as the call. */
  readonly strength: number;
}

export function faultsIn(world: World, log: Log, calls: readonly Call[]): Faults {
  const asked = log.asked.filter(({ what, silently }) => !silently && positionOf(what) >= 0);
  return {
    afterPayment: [
      ...log.letters.flatMap((letter) =>
        lettersNaming(world, letter, (one) => !world.isOpen(one, letter.at)),
      ),
      ...asked.filter((one) => !hasAny(world, one, (each) => world.isOpen(each, one.at))).map(say),
    ],
    atRest: contactsAtRest(world, log.letters, asked),
    onClosedDays: [...log.letters, ...asked]
      .filter(({ at, customer }) => isClosed(world.daysOf(customer), at))
      .map(say),
    inQuietHours: [
      ...log.letters.filter((one) => !isWithin(world, one, hoursOf(one))),
      ...asked.filter((one) => !isWithin(world, one, askingHours)),
    ].map(say),
    insideTheGap: [...tooSoon(world, log, calls), ...calledAgain(world, log, calls)],
    ofTheWrongKind: wrongInKind(world, log.letters, calls),
    duplicates: [
      ...twice(
        log.letters.map((one) => `${one.at.toISOString().slice(0, 10)} ${one.customer} ${one.subject}`),
      ),
      ...doublePosts(log),
    ],
  };
}

function lettersNaming(
  world: World,
  letter: Letter,
  wrong: (one: ReturnType<World['invoices']['at']> & object) => boolean,
) {
  return letter.invoices.flatMap((number) => {
    const invoice = world.invoiceOf(number);
    return invoice !== undefined && wrong(invoice) ? [`${say(letter)} names ${number}`] : [];
  });
}

function hasAny(world: World, { customer }: Asked, is: (one: World['invoices'][number]) => boolean): boolean {
  return world.ofCustomer(customer).some(is);
}

function contactsAtRest(world: World, letters: readonly Letter[], asked: readonly Asked[]): Faults['atRest'] {
  const found: Record<RestKind, string[]> = { promise: [], dispute: [], pause: [], plan: [], advice: [] };
  for (const letter of letters)
    for (const number of letter.invoices) {
      const invoice = world.invoiceOf(number);
      const rest = invoice && world.atRest(invoice, letter.at);
      if (rest !== undefined) found[rest.kind].push(`${say(letter)} names ${number}`);
    }
  for (const one of asked) {
    const rest = whyAllRests(world, one);
    if (rest !== undefined) found[rest.kind].push(say(one));
  }
  return found;
}

/** A call about invoices all of which rest; those that are not due for days yet are nobody's matter. */
function whyAllRests(world: World, { customer, at }: Asked): Rest | undefined {
  const days = world.daysOf(customer);
  const { day } = days.wall(at);
  const due = world
    .ofCustomer(customer)
    .filter((one) => world.isOpen(one, at) && days.shift(world.effectiveDue(one), -3) <= day);
  const rests = due.map((one) => world.atRest(one, at));
  return rests.includes(undefined) ? undefined : rests[0];
}

const isClosed = (days: Days, at: Date): boolean => !days.isOpen(days.wall(at).day);

function isWithin(
  { daysOf }: World,
  { at, customer }: { readonly at: Date; readonly customer: string },
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  const { time } = daysOf(customer).wall(at);
  return from <= time && time <= to;
}

const hoursOf = ({ what }: Letter): typeof letterHours | typeof friendlyMail.hours =>
  what === friendlyMail.label ? friendlyMail.hours : letterHours;

function tooSoon({ daysOf }: World, log: Log, calls: readonly Call[]): readonly string[] {
  const contacts: readonly Contact[] = [
    ...log.letters.map((one) => letterContact(daysOf(one.customer), one, calls)),
    ...calls.map(({ at, customer, position }) => ({ at, customer, position, strength: position })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return [...grouped(contacts, ({ customer }) => customer).values()].flatMap((list) =>
    list.flatMap((contact, index) => {
      const before = list[index - 1];
      if (before === undefined || contact.strength > before.position) return [];
      const days = daysOf(contact.customer);
      const [last, today] = [days.wall(before.at).day, days.wall(contact.at).day];
      if (today >= days.shift(last, gapDays) || (today === last && isOneContact(before, contact))) return [];
      return [
        `${say(contact)} ${ladder[contact.position]?.label} after ${ladder[before.position]?.label} on ${last}`,
      ];
    }),
  );
}

/** The demand and the call that asks for the same are one contact, in whatever order the day brings them. */
function isOneContact(before: Contact, contact: Contact): boolean {
  const demand = new Set(['payment demand', 'pay-or-date call']);
  return [before, contact].every(({ position }) => demand.has(ladder[position]?.label ?? ''));
}

function letterContact(days: Days, { at, customer, what }: Letter, calls: readonly Call[]): Contact {
  const { day } = days.wall(at);
  const following = calls.filter(
    (call) => call.customer === customer && call.at >= at && days.wall(call.at).day === day,
  );
  const position = positionOf(what);
  const strength = Math.max(position, ...following.map((call) => call.position));
  return { at, customer, position, strength };
}

/** The same words to the same people within a minute. */
function doublePosts({ posts }: Log): readonly string[] {
  return twice(
    posts
      .filter(({ onlyFor }) => onlyFor === undefined)
      .map((one) => [one.ts.slice(0, -9), one.channel, one.threadTs ?? '', one.text, rowsIn(one)].join(' ')),
  );
}

const rowsIn = ({ blocks = [] }: Log['posts'][number]): string =>
  blocks.map((block) => JSON.stringify(block['text'] ?? block['elements'] ?? '')).join();

function twice(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

const say = (one: { readonly at: Date; readonly customer: string }): string =>
  `${one.at.toISOString()} ${one.customer}${'what' in one ? ` ${String(one.what)}` : ''}${'subject' in one ? ` ${String(one.subject)}` : ''}`;
