import type { FormValues } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { readAgreedRate, readFixedSum, readGraceDays } from '../../src/core/interest/read-terms.ts';
import { type Regime, regimes } from '../../src/core/interest/terms.ts';
import type { LateTerms } from '../../src/services/interest/terms.ts';
import type { collectErrors } from '../reading/form-values.ts';
import { textOf } from '../reading/form-values.ts';

/** Terms as a form says, or undefined with what is wrong kept in `errors`. What is left to the team is absent. */
export function readLateTerms(
  values: FormValues,
  errors: ReturnType<typeof collectErrors>,
): LateTerms | undefined {
  const written = <T>(field: string, reader: (text: string) => T): T | undefined => {
    const text = textOf(values, field);
    return text === '' ? undefined : errors.read(field, () => reader(text));
  };
  const regime = regimeOf(textOf(values, 'regime'));
  const rate = written('rate', readAgreedRate);
  const fixedSum = written('fixedSum', readFixedSum);
  const graceDays = written('graceDays', readGraceDays);
  errors.read('regime', () =>
    refuseContradiction(
      regime,
      contractFields.some((field) => textOf(values, field) !== ''),
    ),
  );
  const dueDate = textOf(values, 'dueDate');
  if (errors.any()) return undefined;
  return {
    ...(regime && { regime }),
    ...(rate && { rate }),
    ...(fixedSum && { fixedSum: { amount: String(fixedSum.amount), currency: fixedSum.currency } }),
    ...(graceDays !== undefined && { graceDays }),
    ...(['yes', 'no'].includes(dueDate) && { agreedDueDate: dueDate === 'yes' }),
    ...(textOf(values, 'business') === 'no' && { business: false }),
  };
}

const contractFields = ['rate', 'fixedSum', 'graceDays'];

function regimeOf(text: string): LateTerms['regime'] {
  return text === 'law' ? 'law' : regimes.find((regime): regime is Regime => regime === text);
}

/** What somebody wrote is never dropped in silence. */
function refuseContradiction(regime: LateTerms['regime'], saysContract: boolean): void {
  if (regime === 'contract' && !saysContract)
    throw new DomainError('invalid', 'Write what the contract says: its interest, or its fixed sum.');
  if (regime !== 'contract' && saysContract)
    throw new DomainError(
      'invalid',
      'Interest, sum and days of a contract count only with “As the contract says”: choose it, or empty them.',
    );
}
