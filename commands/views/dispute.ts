import type { Card, Field, Form, Part, Text } from '../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { disputeReasons } from '../../src/core/dispute/reason.ts';
import { money } from '../../src/core/money.ts';
import { someOf } from '../../src/core/reading/some-of.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import type { DisputeProspect } from '../../src/services/dispute/prospect.ts';
import type { DisputeView } from '../../src/services/dispute/view.ts';
import { amount, call, nameOf, onDay, type People, standing } from './words.ts';

/** The dispute in the case's thread: what, who says so, who answers and by when; answered, the answer. */
export function disputeCard(view: DisputeView, people: People, today: BusinessDate): Card {
  const { dispute, of, invoices } = view;
  const sum = amount(money(dispute.amount, of.currency));
  const words = dispute.words === null ? '' : ` — “${dispute.words}”`;
  const said = dispute.saidBy === null ? '' : ` · said ${dispute.saidBy}`;
  return {
    summary: `${sum} disputed: ${dispute.reason}`,
    parts: [
      {
        kind: 'text',
        text: [{ bold: `${sum} disputed` }, ` · ${dispute.reason} · ${someOf(invoices)}${words}${said}`],
      },
      ...fate(view, people, today),
    ],
  };
}

function fate(view: DisputeView, people: People, today: BusinessDate): readonly Part[] {
  const { dispute, of } = view;
  const upheld = amount(money(dispute.upheld, of.currency));
  const by = nameOf(people, dispute.resolvedBy ?? undefined);
  const why = dispute.answer === null ? '' : `: ${dispute.answer}`;
  const decided = (what: string, more: string): readonly Part[] => [
    { kind: 'text', text: [{ bold: what }, more] },
  ];
  switch (dispute.status) {
    case 'open':
      return [{ kind: 'text', text: asked(view, people, today) }, controls(dispute.id)];
    case 'rejected':
      return decided(`Rejected by ${by}`, why);
    case 'upheld':
      return decided(`Upheld by ${by}`, ` for ${upheld}${why} · its credit note is to be booked`);
    case 'credited':
      return decided(`Upheld by ${by}`, ` for ${upheld}${why} · credited`);
    case 'moot':
      return decided('Over', ': nothing of it is open any more');
  }
}

function asked({ dispute, of }: DisputeView, people: People, today: BusinessDate): Text {
  const rest = amount(money(dispute.amount, of.currency));
  return [
    call(people, dispute.fixerId),
    ` answers by ${onDay(businessDate(dispute.deadlineOn), today)}; ${rest} rests until then · recorded by ${nameOf(people, dispute.raisedBy)}`,
  ];
}

function controls(id: number): Part {
  const action = { command: 'dispute', action: 'answer', args: { dispute: id } };
  return { kind: 'buttons', buttons: [{ label: 'Answer…', style: 'primary', action }] };
}

const reasonOptions = disputeReasons.map((reason) => ({ value: reason, label: reason }));

/** Options of a choice: a platform shows so many. */
const mostInvoices = 100;

export function disputeForm(of: CaseOverview, prospect: DisputeProspect, today: BusinessDate): Form {
  const options = prospect.invoices.slice(0, mostInvoices).map(({ number, open }) => ({
    value: number,
    label: `${number.slice(0, 40)} · ${amount(open)}`,
  }));
  const [only] = options;
  return {
    title: 'Dispute',
    submit: 'Save',
    intro: [
      { kind: 'text', text: standing(of) },
      { kind: 'small', text: 'Only the disputed amount rests; the rest is pressed as before.' },
    ],
    fields: [
      {
        kind: 'choices',
        name: 'invoices',
        label: 'Which invoices?',
        options,
        ...(options.length === 1 && only !== undefined ? { initial: [only.value] } : {}),
      },
      ...whatIsWrong(of),
      {
        kind: 'person',
        name: 'fixer',
        label: 'Who looks into it?',
        initial: prospect.fixer.userId,
      },
      {
        kind: 'text',
        name: 'deadline',
        label: 'Answered by',
        hint: `Empty: ten business days, ${formatDate(prospect.deadlineOn, { today })}`,
        optional: true,
        maxLength: 40,
      },
    ],
    action: { command: 'dispute', action: 'raise', args: { case: of.caseId } },
  };
}

function whatIsWrong(of: CaseOverview): readonly Field[] {
  return [
    {
      kind: 'text',
      name: 'amount',
      label: 'Disputed amount',
      hint: 'Empty: all of these invoices',
      optional: true,
      maxLength: 40,
    },
    { kind: 'choice', name: 'reason', label: 'What is wrong?', options: reasonOptions, initial: 'price' },
    { kind: 'text', name: 'words', label: 'In their words', optional: true, multiline: true, maxLength: 500 },
    {
      kind: 'text',
      name: 'saidBy',
      label: 'Who said so?',
      optional: true,
      maxLength: 120,
      ...(of.contact === undefined ? {} : { initial: of.contact.name }),
    },
  ];
}

export function answerForm({ dispute, of, invoices }: DisputeView): Form {
  const sum = amount(money(dispute.amount, of.currency));
  const words = dispute.words === null ? '' : `\n“${dispute.words}”`;
  return {
    title: 'Answer dispute',
    submit: 'Answer',
    intro: [
      {
        kind: 'text',
        text: [{ bold: of.name }, ` · ${sum} · ${dispute.reason} · ${someOf(invoices)}${words}`],
      },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'verdict',
        label: 'Are they right?',
        options: [
          { value: 'all', label: `Yes: a credit note of ${sum}` },
          { value: 'part', label: 'In part' },
          { value: 'none', label: 'No: it is pressed again' },
        ],
      },
      {
        kind: 'text',
        name: 'amount',
        label: 'If in part: how much are they right about?',
        optional: true,
        maxLength: 40,
      },
      { kind: 'text', name: 'answer', label: 'What do we tell them?', multiline: true, maxLength: 500 },
    ],
    action: { command: 'dispute', action: 'answer', args: { dispute: dispute.id } },
  };
}
