import { grouped } from './grouped.ts';
import type { Call } from './calls.ts';
import type { Asked, Letter, Log } from './events.ts';
import { askingHours, gapDays, ladder, letterHours, positionOf } from './ladder.ts';
import type { World } from './world.ts';

/** What must never happen; each is a list of what did, in words. */
export interface Faults {
  readonly afterPayment: readonly string[];
  readonly underPromise: readonly string[];
  readonly onClosedDays: readonly string[];
  readonly inQuietHours: readonly string[];
  readonly insideTheGap: readonly string[];
  readonly duplicates: readonly string[];
}

/** A demand is a contact; so is a call, on the day on which it was asked for. */
interface Contact {
  readonly at: Date;
  readonly customer: string;
  readonly position: number;
}

const letterPosition = positionOf('payment demand');

export function faultsIn(world: World, log: Log, calls: readonly Call[]): Faults {
  const asked = log.asked.filter(({ what, silently }) => !silently && positionOf(what) >= 0);
  return {
    afterPayment: [
      ...log.letters.flatMap((letter) =>
        lettersNaming(world, letter, (one) => !world.isOpen(one, letter.at)),
      ),
      ...asked.filter((one) => !hasAny(world, one, (each) => world.isOpen(each, one.at))).map(say),
    ],
    underPromise: [
      ...log.letters.flatMap((letter) =>
        lettersNaming(world, letter, (one) => world.isPromised(one, letter.at)),
      ),
      ...asked.filter((one) => isAllPromised(world, one)).map(say),
    ],
    onClosedDays: [...log.letters, ...asked]
      .filter(({ at }) => !world.days.isOpen(world.days.wall(at).day))
      .map(say),
    inQuietHours: [
      ...log.letters.filter(({ at }) => !isWithin(world, at, letterHours)),
      ...asked.filter(({ at }) => !isWithin(world, at, askingHours)),
    ].map(say),
    insideTheGap: tooSoon(world, log, calls),
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

/** A call about invoices all of which rest; those that are not due for days yet are nobody's matter. */
function isAllPromised(world: World, asked: Asked): boolean {
  const { day } = world.days.wall(asked.at);
  const due = world
    .ofCustomer(asked.customer)
    .filter((one) => world.isOpen(one, asked.at) && world.days.shift(world.effectiveDue(one), -3) <= day);
  return due.length > 0 && due.every((one) => world.isPromised(one, asked.at));
}

function isWithin(
  { days }: World,
  at: Date,
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  const { time } = days.wall(at);
  return from <= time && time <= to;
}

function tooSoon({ days }: World, log: Log, calls: readonly Call[]): readonly string[] {
  const contacts: readonly Contact[] = [
    ...log.letters.map(({ at, customer }) => ({ at, customer, position: letterPosition })),
    ...calls,
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return [...grouped(contacts, ({ customer }) => customer).values()].flatMap((list) =>
    list.flatMap((contact, index) => {
      const before = list[index - 1];
      if (before === undefined || contact.position > before.position) return [];
      const [last, today] = [days.wall(before.at).day, days.wall(contact.at).day];
      if (today >= days.shift(last, gapDays)) return [];
      return [
        `${say(contact)} ${ladder[contact.position]?.label} after ${ladder[before.position]?.label} on ${last}`,
      ];
    }),
  );
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
