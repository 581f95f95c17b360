import type { Card, Command } from '../src/chat/types.ts';
import { dateIn } from '../src/core/calendar/zone.ts';
import { DomainError } from '../src/core/error.ts';
import { type OverviewFilter, overviews } from '../src/services/case/overview.ts';
import { type Member, roster } from '../src/services/member/roster.ts';
import { type Scope, within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { overdueCard } from './views/overdue-list.ts';

/** Rows on a page: a platform's message holds fifty blocks, and nobody reads more at once. */
const pageSize = 8;

const buckets: Readonly<Record<string, OverviewFilter['days']>> = {
  '1-30': { from: 1, to: 30 },
  '31-60': { from: 31, to: 60 },
  '61-90': { from: 61, to: 90 },
  '90+': { from: 91 },
};

/** `/overdue [customer | @rep | me | bucket | minimum]`: the worklist. */
export const overdue: Command<Context> = {
  name: 'overdue',
  summary: 'Who owes what, the biggest first',
  options: [
    { name: 'customer', summary: 'part of a name, or a number', example: '/overdue lagerhaus' },
    { name: 'rep', summary: 'a rep’s customers, or `me`, or `nobody`', example: '/overdue @rita' },
    { name: 'bucket', summary: 'days overdue: 1-30, 31-60, 61-90, 90+', example: '/overdue 90+' },
    { name: 'minimum', summary: 'at least this much overdue', example: '/overdue >10000' },
  ],
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async (context, text) => ({ kind: 'card', card: await page(context, text.trim(), 0) }),
  presses: {
    page: {
      run: async (context, args) => ({
        kind: 'replace',
        card: await page(context, String(args['filter'] ?? ''), Number(args['page'] ?? 0)),
      }),
    },
  },
  submissions: {},
};

async function page(context: Context, text: string, number: number): Promise<Card> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const people = await roster(scope);
    const filter = readFilter(context, people, text);
    const found = await overviews(scope, {
      ...filter,
      overdueOnly: filter.customer === undefined,
      limit: pageSize,
      offset: number * pageSize,
    });
    return overdueCard({
      found,
      people,
      filter: text,
      page: number,
      pageSize,
      today: todayOf(scope),
      covers: scope.workspace.ledgerCovers,
    });
  });
}

const todayOf = (scope: Scope) => dateIn(scope.workspace.zone, scope.now);

/** Understands each word by its form; what is no filter is looked for in the customers' names. */
function readFilter(context: Context, people: ReadonlyMap<number, Member>, text: string): OverviewFilter {
  let filter: OverviewFilter = {};
  const words: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const known = filterOf(context, people, word);
    if (known === undefined) words.push(word);
    else filter = { ...filter, ...known };
  }
  return words.length === 0 ? filter : { ...filter, customer: words.join(' ') };
}

function filterOf(
  context: Context,
  people: ReadonlyMap<number, Member>,
  word: string,
): OverviewFilter | undefined {
  const days = buckets[word.replace('–', '-')];
  if (days !== undefined) return { days };
  if (word === 'me') return { ownerId: context.member.id };
  if (word === 'nobody') return { withoutOwner: true };
  if (word.startsWith('>')) return { minimum: readMinimum(word.slice(1)) };
  const mentioned = /^<@(\w+)(?:\|[^>]*)?>$/.exec(word)?.[1];
  if (mentioned !== undefined || word.startsWith('@'))
    return { ownerId: personNamed(people, word, mentioned) };
  return undefined;
}

function personNamed(people: ReadonlyMap<number, Member>, word: string, userId: string | undefined): number {
  const name = word.slice(1).toLowerCase();
  const found = [...people.values()].find((person) =>
    userId === undefined ? person.name.toLowerCase().startsWith(name) : person.userId === userId,
  );
  if (found !== undefined) return found.id;
  throw new DomainError('not_found', `Nobody here is called "${word}". /team shows who is.`);
}

/** A filter over several currencies has no currency of its own; amounts are read as hundredths. */
function readMinimum(text: string): bigint {
  const digits = /^(\d{1,12})(k)?$/i.exec(text.replaceAll(/[,.'](?=\d{3}\b)/g, ''));
  if (digits === null)
    throw new DomainError('invalid', `">${text}" is not an amount: write for example >10000 or >10k.`);
  return BigInt(digits[1]!) * (digits[2] === undefined ? 100n : 100_000n);
}
