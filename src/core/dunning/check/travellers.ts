import { payerTypes } from '../../customer/payer-type.ts';
import type { Condition, Payer } from '../condition.ts';
import type { Ladder } from '../ladder.ts';
import { exemptTag, type Traveller } from '../way.ts';

/** A kind of invoice and customer that a ladder tells from others, and what tells them. */
export interface KindOfCase {
  readonly traveller: Traveller;
  /** "customers in DE, tagged vip, from 500"; empty when the ladder makes no difference. */
  readonly words: string;
}

/** More kinds of cases than this are not looked at one by one. */
const mostKinds = 20_000;

/** One way in which cases differ for a ladder. */
interface Trait {
  readonly payer?: Partial<Payer>;
  readonly amount?: bigint;
  readonly hasMailAddress?: boolean;
  readonly words: string;
}

/** Every kind of case that a ladder's conditions tell apart; undefined when there are too many to look at. */
export function kindsOfCases(ladder: Ladder): readonly KindOfCase[] | undefined {
  const questions = questionsOf(ladder);
  if (questions.reduce((n, traits) => n * traits.length, 1) > mostKinds) return undefined;
  const all = questions.reduce<readonly (readonly Trait[])[]>(
    (so, traits) => so.flatMap((chosen) => traits.map((trait) => [...chosen, trait])),
    [[]],
  );
  return all.map(together);
}

/** For each thing that conditions ask, the answers that can matter. */
function questionsOf({ steps }: Ladder): readonly (readonly Trait[])[] {
  const conditions = steps.flatMap(({ when = [], unless = [] }) => [...when, ...unless]);
  const named = <T>(of: (condition: Condition) => readonly T[] | undefined): readonly T[] => [
    ...new Set(conditions.flatMap((condition) => of(condition) ?? [])),
  ];
  const limits = named(({ amountBelow, amountFrom }) =>
    [amountBelow, amountFrom].filter((limit) => limit !== undefined),
  );
  const allLimits = [...limits, ...steps.flatMap(({ floor }) => floor ?? [])];
  const isAnyLimited = allLimits.length > 0;
  const tags = new Set(named(({ tag }) => tag));
  if (steps.some(({ kind }) => kind === 'hold')) tags.add(exemptTag);
  return [
    asks(named(({ payerType }) => payerType).length > 0, [
      ...payerTypes.map((payerType) => ({ payer: { payerType }, words: payerType })),
      { words: 'of no known payer type' },
    ]),
    asks(named(({ country }) => country).length > 0, [
      ...named(({ country }) => country).map((country) => ({ payer: { country }, words: `in ${country}` })),
      { words: 'in other countries' },
    ]),
    ...[...tags].map((tag) =>
      both({ payer: { tags: [tag] } }, `tagged ${tag}`, tag === exemptTag ? '' : undefined),
    ),
    ...named(({ contact }) => contact).map((role) =>
      both({ payer: { contactRoles: [role] } }, `with ${role}`, `without ${role}`),
    ),
    asks(named(({ history }) => (history === undefined ? undefined : [history])).length > 0, [
      { payer: { punctual: true }, words: 'punctual' },
      { payer: { punctual: false }, words: 'not punctual' },
    ]),
    [...new Set([0, ...allLimits])].map((limit) => ({
      amount: BigInt(limit),
      words: limit > 0 ? `from ${limit}` : isAnyLimited ? 'for smaller sums' : '',
    })),
  ];
}

const asks = (isAsked: boolean, traits: readonly Trait[]): readonly Trait[] =>
  isAsked ? traits : [{ words: '' }];

const both = (trait: Omit<Trait, 'words'>, words: string, otherwise = `not ${words}`): readonly Trait[] => [
  { ...trait, words },
  { words: otherwise },
];

const anybody: Payer = { country: '--', tags: [], contactRoles: [], punctual: false };

function together(traits: readonly Trait[]): KindOfCase {
  const payer = traits.reduce(
    (so, trait) => ({
      ...so,
      ...trait.payer,
      tags: [...so.tags, ...(trait.payer?.tags ?? [])],
      contactRoles: [...so.contactRoles, ...(trait.payer?.contactRoles ?? [])],
    }),
    anybody,
  );
  const amount = traits.reduce((so, trait) => trait.amount ?? so, 0n);
  const words = traits.flatMap((trait) => (trait.words === '' ? [] : [trait.words])).join(', ');
  return { traveller: { payer, amount, unit: 1n, hasMailAddress: true }, words };
}
