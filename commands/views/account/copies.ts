import type { Card } from '../../../src/chat/types.ts';
import type { CaseSection, CustomerFile, OpenInvoice } from '../../../src/services/customer/file.ts';
import { amount, count } from '../words.ts';

/** Invoices named one by one; the rest are counted. */
const mostNamed = 3;
const mostListed = 20;

/** For the file's line of what is missing: overdue invoices of which there is no copy to send along. */
export function missingCopies(cases: readonly CaseSection[]): readonly string[] {
  const lacking = lackingIn(cases).filter(({ daysOverdue }) => daysOverdue > 0);
  if (lacking.length === 0) return [];
  const named = lacking.slice(0, mostNamed).map(({ number }) => number.slice(0, 40));
  const more = lacking.length - named.length;
  return [`copy of ${named.join(', ')}${more > 0 ? ` and ${count(more, 'more invoice')}` : ''}`];
}

/** How invoice copies come into the file, and which are missing. */
export function copiesCard(file: CustomerFile): Card {
  const lacking = lackingIn(file.cases);
  const [first] = lacking;
  const how =
    first === undefined
      ? 'The copy of every open invoice is on file.'
      : `Drop a PDF into a direct message with me, or into the case's thread, named after its invoice: ${first.number.slice(0, 40)}.pdf.`;
  const listed = lacking
    .slice(0, mostListed)
    .map(({ number, open }) => `${number.slice(0, 40)} · ${amount(open)}`);
  const more = lacking.length - listed.length;
  return {
    title: `Invoice copies: ${file.name}`.slice(0, 140),
    summary: `${count(lacking.length, 'copy', 'copies')} missing`,
    parts: [
      { kind: 'text', text: how },
      ...(listed.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: [
                { bold: 'Missing' },
                `\n${[...listed, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')}`,
              ],
            },
          ]),
    ],
  };
}

function lackingIn(cases: readonly CaseSection[]): readonly OpenInvoice[] {
  return cases.flatMap(({ invoices }) => invoices.filter(({ hasCopy }) => !hasCopy));
}
