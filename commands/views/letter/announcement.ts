import type { Button, Card, Part, Text } from '../../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { AnnouncementView } from '../../../src/services/announcement/view.ts';
import { addresseesIn } from '../../../src/services/letter/told.ts';
import { cameBack } from './came-back.ts';
import { at, count, nameOf, onDay, type People, restWords } from '../words.ts';

/** A letter that is about to go, and what became of it: one card, from the first word to the last. */
export function announcementCard(view: AnnouncementView, people: People, today: BusinessDate): Card {
  const what = titleOf(view);
  return {
    summary: `${what} to ${view.of.name}`.slice(0, 140),
    parts: [{ kind: 'text', text: headOf(view, what) }, ...fate(view, people, today)],
  };
}

function titleOf({ row }: AnnouncementView): string {
  return row.kind.charAt(0).toUpperCase() + row.kind.slice(1);
}

function headOf({ row, amount }: AnnouncementView, what: string): Text {
  const to = row.kind === 'formal claim' ? '' : ` to ${addresseesIn(row.recipients) ?? 'them'}`;
  return [{ bold: what }, `${to} · ${count(row.invoices.length, 'invoice')}, ${amount}`];
}

function fate(view: AnnouncementView, people: People, today: BusinessDate): readonly Part[] {
  const { row } = view;
  switch (row.status) {
    case 'waiting':
      return waiting(view, today);
    case 'held back': {
      const until = row.heldUntil === null ? '' : ` until ${onDay(businessDate(row.heldUntil), today)}`;
      const who = nameOf(people, row.heldBy ?? undefined);
      return [line([{ bold: `Held back by ${who}${until}` }, `: “${row.because ?? ''}”`])];
    }
    case 'withdrawn':
      return [line([{ bold: 'Not sent' }, `: ${whyNot(row.because ?? '')}`])];
    case 'gone':
      return gone(view, today);
  }
}

function waiting({ row, of }: AnnouncementView, today: BusinessDate): readonly Part[] {
  const verb = row.kind === 'formal claim' ? 'Goes to be posted' : 'Goes';
  const args = { case: of.caseId, announcement: row.id };
  const hold: Button = { label: 'Hold back…', action: { command: 'letter', action: 'hold', args } };
  const see: Button = { label: 'See it', action: { command: 'letter', action: 'preview', args } };
  return [
    line(`${verb} ${at(row.goesAt, of.zone, today, onDay)}, unless somebody holds it back`),
    { kind: 'buttons', buttons: [hold, see] },
  ];
}

function gone({ row, letter, of }: AnnouncementView, today: BusinessDate): readonly Part[] {
  const when = row.endedAt === null ? '' : ` ${at(row.endedAt, of.zone, today, onDay)}`;
  if (letter === undefined) return [line(`Gone${when}`)];
  if (row.kind === 'formal claim') return [line(`With whoever posts it since${when}`)];
  switch (letter.status) {
    case 'sent':
      return [
        {
          kind: 'row',
          text: [{ bold: `Sent${when}` }],
          buttons: [cameBack(of.caseId, letter.id)],
        },
      ];
    case 'queued':
      return [line('On its way')];
    case 'held back':
    case 'withheld':
    case 'impossible':
    case 'refused':
    case 'unknown':
      return [line([{ bold: fates[letter.status] }, letter.trouble === null ? '' : `: ${letter.trouble}`])];
  }
}

const fates = {
  'held back': 'Held back at the last moment',
  withheld: 'Withheld by shadow mode',
  impossible: 'Not sent: there is no mail address on file',
  refused: 'Refused: it counts as undelivered',
  unknown: 'In doubt: somebody asks whether it arrived',
} as const;

/** Why a letter is not sent after all, in the words of the case's card. */
function whyNot(because: string): string {
  if (because === 'nothing open') return 'paid';
  return restWords(because).replace(/^at rest: /, '');
}

const line = (text: Text): Part => ({ kind: 'text', text });
