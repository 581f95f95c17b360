import type { Button, Card, Part } from '../../../src/chat/types.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { type BankFileView, type BankFindings, formatSums } from '../../../src/services/bank/view.ts';
import { count } from '../words.ts';

type Sums = BankFindings['sure'];

/** The live card of a bank's file, from its arrival to what became of every line. */
export function bankFileCard(view: BankFileView): Card {
  const { row, findings } = view;
  return {
    title: row.fileName,
    summary: `${row.fileName}: ${summaryOf(view)}`,
    parts: partsOf(view, findings),
  };
}

function summaryOf({ row, findings }: BankFileView): string {
  switch (row.status) {
    case 'received':
      return `${formatSums(findings.incoming)} came in, ready to book`;
    case 'booked':
      return `${formatSums(findings.sure)} booked`;
    case 'cancelled':
      return 'put away';
  }
}

function partsOf(view: BankFileView, findings: BankFindings): readonly Part[] {
  const { row, decidedBy } = view;
  switch (row.status) {
    case 'received':
      return [
        { kind: 'text', text: [{ bold: headline(findings) }, `\n${statements(findings).join('\n')}`] },
        { kind: 'text', text: previewLines(findings).join('\n') },
        ...faults(findings),
        controls(view),
      ];
    case 'booked':
      return [
        { kind: 'text', text: [{ bold: headline(findings) }, `\n${doneLines(view).join('\n')}`] },
        ...faults(findings),
        { kind: 'small', text: `${control(findings)}. Booked by ${decidedBy ?? 'somebody'}.` },
      ];
    case 'cancelled':
      return [{ kind: 'text', text: `Put away by ${decidedBy ?? 'somebody'}. Nothing was booked.` }];
  }
}

function headline({ incoming, format }: BankFindings): string {
  return `${count(incoming.count, 'payment')} · ${formatSums(incoming)} came in · ${format}`;
}

/** Of many statements the first; the lines of all are counted above. */
const mostStatements = 5;

function statements({ statements: all }: BankFindings): readonly string[] {
  const lines = all.slice(0, mostStatements).map(({ id, account, from, to, lines: booked }) => {
    const days =
      from === null || to === null
        ? ''
        : `, ${formatDate(businessDate(from))} to ${formatDate(businessDate(to))}`;
    return `${id.slice(0, 60)}${account === '' ? '' : ` of ${account}`}${days}: ${count(booked, 'booking')}`;
  });
  const hidden = all.length - mostStatements;
  return [...lines, ...(hidden > 0 ? [`and ${count(hidden, 'statement')} more`] : [])];
}

function previewLines(of: BankFindings): readonly string[] {
  return [
    ...line(of.sure, 'pays invoices for certain', 'pay invoices for certain'),
    ...line(of.unapplied, 'stays unapplied cash of its customer', 'stay unapplied cash of their customers'),
    ...line(
      of.doubtful,
      'is doubtful: you decide, with what is proposed',
      'are doubtful: you decide, with what is proposed',
    ),
    ...line(
      of.unknown,
      'is from nobody known: you say whose it is',
      'are from nobody known: you say whose they are',
    ),
    ...line(
      of.reversed,
      'was taken back by the bank: its invoices open again',
      'were taken back by the bank: their invoices open again',
    ),
    ...line(of.outgoing, 'went out to others and changes nothing', 'went out to others and change nothing'),
    ...asides(of),
  ];
}

function asides({ again, pending }: BankFindings): readonly string[] {
  return [
    ...(again === 0 ? [] : [`${count(again, 'booking')} known from an earlier file: left out`]),
    ...(pending === 0 ? [] : [`${count(pending, 'booking')} only announced by the bank: left out`]),
  ];
}

function doneLines({ findings, lines, covers }: BankFileView): readonly string[] {
  const { booked, waiting, known, ignored } = lines;
  return [
    ...line(booked, 'booked'),
    ...line(
      findings.unapplied,
      'of that unapplied: see the allocation task',
      'of that unapplied: see the allocation tasks',
    ),
    ...line(known, 'was recorded before', 'were recorded before'),
    ...line(lines.reversed, 'taken back by the bank'),
    ...line(ignored, 'not ours'),
    ...line(waiting, 'waits for your decision', 'wait for your decision'),
    ...line(lines.outgoing, 'went out to others'),
    ...asides(findings),
    ...(covers === null ? [] : [coverLine(covers, waiting !== undefined)]),
  ];
}

function coverLine(covers: string, waits: boolean): string {
  const day = formatDate(businessDate(covers));
  return `The ledger covers ${day}${waits ? '; more of it once what waits is decided' : ''}`;
}

/** Every cent that came in is in one of the lines above. */
function control({ incoming, sure, unapplied, doubtful, unknown }: BankFindings): string {
  const known = [sure, unapplied, doubtful, unknown].flatMap(({ amounts }) => amounts);
  const matches = incoming.amounts.every(
    ({ currency, minor }) =>
      known.filter((one) => one.currency === currency).reduce((sum, one) => sum + BigInt(one.minor), 0n) ===
      BigInt(minor),
  );
  return matches
    ? `Control sum matches: ${formatSums(incoming)}`
    : 'Control sum does not match: tell your admin';
}

function line(sums: Sums | undefined, one: string, many = one): readonly string[] {
  if (sums === undefined || sums.count === 0) return [];
  return [`${formatSums(sums)} · ${count(sums.count, 'booking')} ${sums.count === 1 ? one : many}`];
}

function faults({ statements: all }: BankFindings): readonly Part[] {
  const found = all.flatMap(({ faults: some }) => some).slice(0, mostStatements);
  if (found.length === 0) return [];
  return [
    {
      kind: 'text',
      text: `⚠ ${found.join('\n⚠ ')}\nWhat does not add up covers no day: promises wait for a statement that does.`,
    },
  ];
}

function controls({ row, findings }: BankFileView): Part {
  const args = { file: row.id };
  const fresh = [findings.incoming, findings.outgoing, findings.reversed].some((sums) => sums.count > 0);
  const book: Button = {
    label: 'Book',
    style: 'primary',
    action: { command: 'import', action: 'bookBank', args },
  };
  const cancel: Button = {
    label: fresh ? 'Cancel' : 'Put away',
    action: { command: 'import', action: 'cancelBank', args },
  };
  return { kind: 'buttons', buttons: fresh ? [book, cancel] : [cancel] };
}
