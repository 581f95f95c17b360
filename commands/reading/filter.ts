import { DomainError } from '../../src/core/error.ts';
import { quoted } from '../../src/core/reading/quoted.ts';
import type { OverviewFilter } from '../../src/services/case/overview.ts';
import type { Member } from '../../src/services/member/roster.ts';
import type { Context } from '../context.ts';

type People = ReadonlyMap<number, Member>;

const buckets: Readonly<Record<string, OverviewFilter['days']>> = {
  '1-30': { from: 1, to: 30 },
  '31-60': { from: 31, to: 60 },
  '61-90': { from: 61, to: 90 },
  '90+': { from: 91 },
};

/** Understands each word by its form; what is no filter is looked for in the customers' names. */
export function readFilter(context: Context, people: People, text: string): OverviewFilter {
  let filter: OverviewFilter = {};
  const words: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const known = filterOf(context, people, word);
    if (known === undefined) words.push(word);
    else filter = { ...filter, ...known };
  }
  return words.length === 0 ? filter : { ...filter, customer: words.join(' ') };
}

/**
 * The person a word means: a mention, `@` and the beginning of a name, or `me`. Undefined for any other word.
 * @throws DomainError `not_found` when nobody here is called so, `invalid` when several are.
 */
export function personMeant(context: Context, people: People, word: string): Member | undefined {
  if (word === 'me') return context.member;
  const mentioned = /^<@!?([^|>\s]+)(?:\|[^>]*)?>$/.exec(word)?.[1];
  if (mentioned === undefined && !word.startsWith('@')) return undefined;
  const found = [...people.values()].filter((person) =>
    mentioned === undefined
      ? person.name.toLowerCase().startsWith(word.slice(1).toLowerCase())
      : person.userId === mentioned,
  );
  const whole = found.filter((person) => firstName(person) === word.slice(1).toLowerCase());
  const [first, second] = whole.length === 1 ? whole : found;
  if (first === undefined)
    throw new DomainError('not_found', `Nobody here is called ${quoted(word)}. /team shows who is.`);
  if (second === undefined) return first;
  const names = found.map(({ name }) => name).join(' or ');
  throw new DomainError('invalid', `${quoted(word)} could be ${names}: mention the person instead.`);
}

const firstName = ({ name }: Member): string => name.toLowerCase().split(' ')[0] ?? '';

function filterOf(context: Context, people: People, word: string): OverviewFilter | undefined {
  const days = buckets[word.replace('–', '-')];
  if (days !== undefined) return { days };
  if (word === 'nobody') return { withoutOwner: true };
  if (word.startsWith('>')) return { minimum: readMinimum(word.slice(1)) };
  const person = personMeant(context, people, word);
  return person === undefined ? undefined : { ownerId: person.id };
}

/** A filter over several currencies has no currency of its own; amounts are read as hundredths. */
function readMinimum(text: string): bigint {
  const digits = /^(\d{1,12})(k)?$/i.exec(text.replaceAll(/[,.'](?=\d{3}\b)/g, ''));
  if (digits === null)
    throw new DomainError(
      'invalid',
      `${quoted(`>${text}`)} is not an amount: write for example >10000 or >10k.`,
    );
  return BigInt(digits[1] ?? '') * (digits[2] === undefined ? 100n : 100_000n);
}
