import type { Action, Field, Form } from '../../../src/chat/types.ts';
import { formatRate } from '../../../src/core/interest/rate.ts';
import { money } from '../../../src/core/money.ts';
import { decimalText } from '../../../src/core/money/format.ts';
import type { CustomerTerms, LateTerms } from '../../../src/services/interest/terms.ts';
import { lawWords } from './late-costs.ts';

/** Stands for what the team's own terms say. */
const asTheTeam = 'team';

const asTeamOption = { value: asTheTeam, label: 'As for the whole team' };
const regimeOptions = [
  { value: 'law', label: 'The law of the customer’s country' },
  { value: 'contract', label: 'As the contract says (below)' },
  { value: 'none', label: 'No interest, no fixed sum' },
  { value: 'DE', label: 'Germany: base rate + 9, €40' },
  { value: 'EU', label: 'EU directive: ECB rate + 8, €40' },
  { value: 'FR', label: 'France: ECB rate + 10, €40' },
  { value: 'GB', label: 'United Kingdom: Bank Rate + 8, £40–£100' },
];

/** What late payment costs one customer. */
export function customerTermsForm(customerId: number, { name, own, law }: CustomerTerms): Form {
  return {
    title: 'Late payment',
    submit: 'Save',
    intro: [{ kind: 'text', text: [{ bold: name }, `\nNow being late costs ${lawWords(law)}.`] }],
    fields: [
      regimeField([asTeamOption, ...regimeOptions], own?.regime ?? asTheTeam),
      ...contractFields(own ?? {}),
      dueDateField([asTeamOption, ...dueDateOptions], own?.agreedDueDate),
      {
        kind: 'choice',
        name: 'business',
        label: 'The customer is',
        options: [
          { value: 'yes', label: 'A business or a public body' },
          { value: 'no', label: 'A consumer: the statutes do not apply' },
        ],
        initial: own?.business === false ? 'no' : 'yes',
      },
    ],
    action: action('account', { customer: customerId }),
  };
}

/** The same for all customers who have no terms of their own. */
export function teamTermsForm(terms: LateTerms): Form {
  return {
    title: 'Late payment',
    submit: 'Save',
    intro: [{ kind: 'text', text: 'What being late costs customers who have no terms of their own.' }],
    fields: [
      regimeField(regimeOptions, terms.regime ?? 'law'),
      ...contractFields(terms),
      dueDateField(dueDateOptions, terms.agreedDueDate ?? true),
    ],
    action: action('team', {}),
  };
}

const action = (command: string, args: Action['args']): Action => ({ command, action: 'terms', args });

type Options = Extract<Field, { kind: 'choice' }>['options'];

function regimeField(options: Options, initial: string): Field {
  return { kind: 'choice', name: 'regime', label: 'Interest and fixed sum', options, initial };
}

function contractFields({ rate, fixedSum, graceDays }: LateTerms): readonly Field[] {
  return [
    contractField(
      'rate',
      'Contract: interest',
      'Such as 12 % a year or 1.5 % a month',
      rate && `${formatRate(rate.millionths)} a ${rate.per}`,
    ),
    contractField(
      'fixedSum',
      'Contract: sum for each late invoice',
      'Such as 25 EUR',
      fixedSum && `${decimalText(money(BigInt(fixedSum.amount), fixedSum.currency))} ${fixedSum.currency}`,
    ),
    contractField(
      'graceDays',
      'Contract: days of grace',
      'Days after the due day that cost nothing',
      graceDays === undefined ? undefined : String(graceDays),
    ),
  ];
}

function contractField(name: string, label: string, hint: string, initial: string | undefined): Field {
  return {
    kind: 'text',
    name,
    label,
    hint,
    optional: true,
    maxLength: 40,
    ...(initial === undefined ? {} : { initial }),
  };
}

const dueDateOptions = [
  { value: 'yes', label: 'Was agreed: late from the next day' },
  { value: 'no', label: 'Only stands on the invoice: late after 30 days' },
];

function dueDateField(options: Options, agreed: boolean | undefined): Field {
  const initial = agreed === undefined ? asTheTeam : agreed ? 'yes' : 'no';
  return { kind: 'choice', name: 'dueDate', label: 'The due date', options, initial };
}
