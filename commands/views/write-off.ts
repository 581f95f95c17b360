import type { Card, Form, Part } from '../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import { money } from '../../src/core/money.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import type { Notice } from '../../src/services/notice.ts';
import type { WriteOffRow, WriteOffView } from '../../src/services/write-off/view.ts';
import { amount, nameOf, onDay, type People } from './words.ts';

type Told<Kind extends Notice['kind']> = Extract<Notice, { readonly kind: Kind }>;

/** What was given up, of which invoices, why and by whom; and the way back. */
export function writeOffCard(
  { row, of, lines, agreed }: WriteOffView,
  people: People,
  today: BusinessDate,
): Card {
  const sum = amount(money(row.amount, of.currency));
  const names = agreed.map((id) => nameOf(people, id)).join(' and ');
  const on = row.bookedOn === null ? '' : ` · ${onDay(businessDate(row.bookedOn), today)}`;
  const invoices = lines.map(
    (line) => `${line.number.slice(0, 40)}: ${amount(money(line.amount, of.currency))}`,
  );
  return {
    summary: `${sum} written off: ${of.name}`,
    parts: [
      {
        kind: 'text',
        text: [
          { bold: `${sum} written off` },
          `${on} · “${row.reason}”\n${invoices.join('\n')}\nproposed by ${nameOf(people, row.proposedBy)}, agreed by ${names || 'nobody'}`,
        ],
      },
      wayBack(row, people, today),
    ],
  };
}

function wayBack(row: WriteOffRow, people: People, today: BusinessDate): Part {
  if (row.status === 'booked') return { kind: 'buttons', buttons: [takeBackButton(row.id)] };
  const on = row.reversedOn === null ? '' : ` ${onDay(businessDate(row.reversedOn), today)}`;
  return {
    kind: 'text',
    text: [
      { bold: `Taken back by ${nameOf(people, row.reversedBy ?? undefined)}` },
      `${on}: ${row.reversedBecause ?? row.status}`,
    ],
  };
}

/** Opens the way back of a booked write-off. */
export const takeBackButton = (id: number) => ({
  label: 'Take back…',
  action: { command: 'payment', action: 'openTakeBack', args: { writeOff: id } },
});

/** What became of money that we had given up, or do not ask for. */
export function givenUpCard(
  notice: Told<'write-off taken back' | 'late costs waived'>,
  people: People,
  today: BusinessDate,
): Card {
  return notice.kind === 'late costs waived' ? waivedCard(notice, today) : reversedCard(notice, people);
}

function reversedCard(notice: Told<'write-off taken back'>, people: People): Card {
  return {
    summary: 'Write-off taken back',
    parts: [
      {
        kind: 'text',
        text: [
          { bold: `Write-off of ${notice.amount} taken back` },
          ` by ${nameOf(people, notice.memberId)}: ${notice.reason}\nOpen again: ${notice.invoices}`,
        ],
      },
    ],
  };
}

function waivedCard(notice: Told<'late costs waived'>, today: BusinessDate): Card {
  const runsOn =
    notice.interestThrough === null
      ? ''
      : `; interest after ${onDay(businessDate(notice.interestThrough), today)} runs on`;
  return {
    summary: 'Late costs waived',
    parts: [
      {
        kind: 'text',
        text: [
          { bold: `${notice.waived} of late costs waived` },
          ` (${notice.invoices}): no letter and no claim names it${runsOn} · “${notice.reason}”`,
        ],
      },
    ],
  };
}

const why = { kind: 'text', name: 'reason', label: 'Why?', multiline: true, maxLength: 500 } as const;

/** What of this case is given up; nothing is booked before two people agreed. */
export function writeOffForm(
  of: CaseOverview,
  open: readonly { readonly number: string; readonly open: bigint }[],
): Form {
  return {
    title: 'Write off',
    submit: 'Propose',
    intro: [
      { kind: 'text', text: [{ bold: of.name }, ` · ${amount(of.open)} open`] },
      {
        kind: 'small',
        text: 'Two people must agree: neither you nor the owner. It can be taken back later.',
      },
    ],
    fields: [
      {
        kind: 'choices',
        name: 'invoices',
        label: 'Which invoices, in full?',
        optional: true,
        options: open.slice(0, 100).map((one) => ({
          value: one.number.slice(0, 150),
          label: `${one.number.slice(0, 40)} · ${amount(money(one.open, of.currency))}`,
        })),
      },
      {
        kind: 'text',
        name: 'amount',
        label: 'Or an amount',
        hint: 'Or "residuals": all rests that are too small to press for',
        optional: true,
        maxLength: 30,
      },
      why,
    ],
    action: { command: 'payment', action: 'writeOff', args: { case: of.caseId } },
  };
}

export function takeBackForm({ row, of }: WriteOffView): Form {
  return {
    title: 'Take back',
    submit: 'Take back',
    intro: [
      {
        kind: 'text',
        text: [
          { bold: of.name },
          ` · ${amount(money(row.amount, of.currency))} is open again then, and pressed`,
        ],
      },
    ],
    fields: [why],
    action: { command: 'payment', action: 'takeBack', args: { writeOff: row.id } },
  };
}

export function waiverForm(of: CaseOverview): Form {
  return {
    title: 'Waive late costs',
    submit: 'Propose',
    intro: [
      { kind: 'text', text: [{ bold: of.name }] },
      {
        kind: 'small',
        text: 'Two people must agree: neither you nor the owner. Interest is waived through today and runs on.',
      },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'parts',
        label: 'What is waived?',
        options: [
          { value: 'all', label: 'Interest so far and the fixed sums' },
          { value: 'interest', label: 'Interest so far' },
          { value: 'fees', label: 'The fixed sums' },
        ],
        initial: 'all',
      },
      {
        kind: 'text',
        name: 'invoices',
        label: 'Of which invoices?',
        hint: 'Empty: all that were late',
        optional: true,
        maxLength: 500,
      },
      why,
    ],
    action: { command: 'payment', action: 'waive', args: { case: of.caseId } },
  };
}
