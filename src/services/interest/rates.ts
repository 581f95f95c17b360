import { addedRates, saveRate } from '../../../db/queries/interest/rates.ts';
import type { ReferenceRateRow } from '../../../db/schema/index.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import { halfYearOf, nextHalfYear } from '../../core/interest/half-year.ts';
import { formatRate, type Millionths } from '../../core/interest/rate.ts';
import { type Rates, ratesWith } from '../../core/interest/rates.ts';
import { type SeriesName, seriesTitles } from '../../core/interest/series.ts';
import { record } from '../audit/record.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

export type { ReferenceRateRow } from '../../../db/schema/index.ts';

/** A reference rate as somebody says it. */
export interface RateWord {
  readonly series: SeriesName;
  /** A 1 January or a 1 July. */
  readonly validFrom: BusinessDate;
  readonly millionths: Millionths;
  /** Where it was published. */
  readonly source: string;
}

/** The published rates and those that were added here. */
export async function knownRates(scope: Scope): Promise<Rates> {
  const added = await addedRates(scope.tx);
  return ratesWith(added.map((row) => ({ ...row, validFrom: businessDate(row.validFrom) })));
}

/** The rates that were added here, the oldest first. */
export async function listAddedRates(scope: Scope): Promise<readonly ReferenceRateRow[]> {
  return addedRates(scope.tx);
}

/**
 * Adds a reference rate that was published after this version of Dunwell, or corrects one; history keeps both.
 * @throws DomainError `forbidden` for whoever is no admin; `invalid` for a day that begins no half-year, for a
 * half-year that is still far, and for a rate that nobody published.
 */
export async function addRate(office: Office, actor: Actor, word: RateWord): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, ['admin'], 'add reference rates');
    refuseImpossible(scope, word);
    const before = (await knownRates(scope))(word.series, word.validFrom);
    await saveRate(scope.tx, { ...word, addedBy: person.id, addedAt: scope.now });
    await record(scope, [
      {
        what: 'reference rate added',
        memberId: person.id,
        details: {
          series: word.series,
          from: word.validFrom,
          rate: formatRate(word.millionths),
          before: before === undefined ? null : formatRate(before),
          source: word.source,
        },
      },
    ]);
  });
}

function refuseImpossible(scope: Scope, { series, validFrom, source }: RateWord): void {
  if (halfYearOf(validFrom) !== validFrom)
    throw new DomainError(
      'invalid',
      `${validFrom} begins no half-year: a reference rate holds from 1 January or 1 July, here from ${halfYearOf(validFrom)}.`,
    );
  if (validFrom > nextHalfYear(scope.today))
    throw new DomainError(
      'invalid',
      `The ${seriesTitles[series]} for ${validFrom} is not published yet: add it when it is.`,
    );
  if (source.trim() === '')
    throw new DomainError('invalid', 'A rate needs its source: write where it was published.');
}
