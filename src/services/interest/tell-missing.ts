import { noteRatesTold, termsInUse } from '../../../db/queries/interest/terms.ts';
import { halfYearOf } from '../../core/interest/half-year.ts';
import { lateLaw, statutes } from '../../core/interest/law.ts';
import type { SeriesName } from '../../core/interest/series.ts';
import { roster, withRole } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';
import { knownRates } from './rates.ts';

/** The series that customers' late interest needs today and of which nobody has said what they are. */
export async function missingSeries(scope: Scope): Promise<readonly SeriesName[]> {
  const rates = await knownRates(scope);
  const needed = (await termsInUse(scope.tx)).flatMap(
    ({ country, late_terms: own }): readonly SeriesName[] => {
      const law = lateLaw(own, scope.workspace.lateTerms, country);
      return law.kind === 'statute' ? [statutes[law.statute].series] : [];
    },
  );
  return [...new Set(needed)].filter((series) => rates(series, scope.today) === undefined).sort();
}

/** Tells admins once a half-year which rates are missing: until they are added, letters leave interest out. */
export async function tellMissingRates(scope: Scope): Promise<void> {
  const halfYear = halfYearOf(scope.today);
  if (scope.workspace.ratesToldFor === halfYear) return;
  const series = await missingSeries(scope);
  if (series.length === 0) return;
  const admins = withRole(await roster(scope), 'admin');
  await enqueue(
    scope,
    admins.map(({ id }) => ({
      stream: directStream(id),
      class: 'durable',
      notice: { kind: 'rates missing', series, from: halfYear },
    })),
  );
  await noteRatesTold(scope.tx, scope.workspace.id, halfYear);
}
