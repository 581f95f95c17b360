import type { Form } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { formatMoney, money, sum } from '../../../src/core/money.ts';
import type { Instalment } from '../../../src/core/plan/schedule.ts';
import type { CaseOverview } from '../../../src/services/case/overview.ts';
import type { PlannableInvoice } from '../../../src/services/plan/plannable.ts';
import { amount, count, onDay } from '../words.ts';

/** A choice field holds no more. */
const mostInvoices = 100;

interface PlanForm {
  readonly of: CaseOverview;
  readonly invoices: readonly PlannableInvoice[];
  /** What is written into the form to begin with. */
  readonly suggested: readonly Instalment[];
  readonly today: BusinessDate;
}

/** Which invoices, and a line for each instalment; the last line takes the rest. */
export function planForm({ of, invoices, suggested, today }: PlanForm): Form {
  const chosen = invoices.filter(({ suggested: isSuggested }) => isSuggested).slice(0, mostInvoices);
  const total = sum(
    chosen.map(({ open }) => open),
    of.currency,
  );
  return {
    title: 'Instalment plan',
    submit: 'Propose',
    intro: [
      {
        kind: 'text',
        text: [
          { bold: of.name },
          ` · ${amount(total)} of ${count(chosen.length, 'invoice')}\nThe instalments make what is open of the chosen invoices, to the cent; the last takes the rest.`,
        ],
      },
    ],
    fields: [
      {
        kind: 'choices',
        name: 'invoices',
        label: 'Invoices',
        options: invoices.slice(0, mostInvoices).map((one) => ({
          value: String(one.id),
          label: `${one.number}, due ${onDay(one.dueOn, today)}: ${amount(one.open)}`.slice(0, 75),
        })),
        initial: chosen.map(({ id }) => String(id)),
      },
      {
        kind: 'text',
        name: 'schedule',
        label: 'Instalments',
        hint: 'A line each, such as 1 Dec: 2,500; or 4 x 2,500 monthly from 1 Dec',
        multiline: true,
        maxLength: 2000,
        initial: suggested
          .map(({ amount: part, dueOn }, n) =>
            n === suggested.length - 1
              ? formatDate(dueOn)
              : `${formatDate(dueOn)}: ${formatMoney(money(part, of.currency))}`,
          )
          .join('\n'),
      },
    ],
    action: { command: 'plan', action: 'propose', args: { case: of.caseId } },
  };
}

export function reasonForm(action: 'refuse' | 'cancel', planId: number): Form {
  const isRefusal = action === 'refuse';
  return {
    title: isRefusal ? 'Refuse' : 'Cancel plan',
    submit: isRefusal ? 'Refuse' : 'Cancel the plan',
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: isRefusal ? 'Why not?' : 'Why?',
        multiline: true,
        maxLength: 500,
      },
    ],
    action: { command: 'plan', action, args: { plan: planId } },
  };
}
