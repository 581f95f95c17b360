import type { Button, Card, Part, Text } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import type { AnnouncementRow, AnnouncementView } from '../../../src/services/announcement/view.ts';
import { addresseesIn } from '../../../src/services/letter/told.ts';
import { cameBack } from './came-back.ts';
import { fateOf } from './fate.ts';
import { at, count, onDay, type People } from '../words.ts';

/** A letter that is about to go, and what became of it: one card, from the first word to the last. */
export function announcementCard(view: AnnouncementView, people: People, today: BusinessDate): Card {
  const what = titleOf(view);
  return {
    summary: `${what} to ${view.of.name}`.slice(0, 140),
    parts: [{ kind: 'text', text: headOf(view, what) }, ...fate(view, people, today)],
  };
}

/** "Payment demand". */
export function titleOf({ row }: Pick<AnnouncementView, 'row'>): string {
  return row.kind.charAt(0).toUpperCase() + row.kind.slice(1);
}

function headOf({ row, amount }: AnnouncementView, what: string): Text {
  const to = row.kind === 'formal claim' ? '' : ` to ${addresseesIn(row.recipients) ?? 'them'}`;
  return [{ bold: what }, `${to} · ${count(row.invoices.length, 'invoice')}, ${amount}`];
}

function fate(view: AnnouncementView, people: People, today: BusinessDate): readonly Part[] {
  const { row, letter, of } = view;
  if (row.status === 'waiting') return waiting(view, today);
  const text = fateOf(view, { people, today, zone: of.zone });
  const mayComeBack = row.status === 'gone' && row.kind !== 'formal claim' && letter?.status === 'sent';
  return mayComeBack ? [{ kind: 'row', text, buttons: [cameBack(of.caseId, letter.id)] }] : [line(text)];
}

function waiting({ row, of }: AnnouncementView, today: BusinessDate): readonly Part[] {
  const args = { case: of.caseId, announcement: row.id };
  const see: Button = { label: 'See it', action: { command: 'letter', action: 'preview', args } };
  const verb = row.kind === 'formal claim' ? 'Goes to be posted' : 'Goes';
  return [
    line(`${verb} ${at(row.goesAt, of.zone, today, onDay)}, unless somebody holds it back`),
    { kind: 'buttons', buttons: [holdBack(row), see] },
  ];
}

export const holdBack = ({ id, caseId }: Pick<AnnouncementRow, 'id' | 'caseId'>): Button => ({
  label: 'Hold back…',
  action: { command: 'letter', action: 'hold', args: { case: caseId, announcement: id } },
});

const line = (text: Text): Part => ({ kind: 'text', text });
