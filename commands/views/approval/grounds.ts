import type { Text } from '../../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { dateIn } from '../../../src/core/calendar/zone.ts';
import { money } from '../../../src/core/money.ts';
import type { ApprovalView } from '../../../src/services/approval/view.ts';
import { amount, at, count, nameOf, onDay, type People } from '../words.ts';

/** Characters of what somebody said or wrote: a quotation is a reminder, not the minutes. */
const quoteLength = 300;

/** Invoices by their numbers: more of them are read in the file. */
const namedAtMost = 12;

/** What the answer rests on: what was answered before, who wants it and why, what was tried and what arrived. */
export function grounds(view: ApprovalView, people: People, today: BusinessDate): readonly Text[] {
  const { approval } = view;
  const proposal = [...askedBefore(view, people, today), ...proposed(view, people, today)];
  switch (approval.kind) {
    case 'fee waiver':
    case 'hold release':
      return proposal;
    case 'pause':
      return [...proposal, tried(view, today)];
    case 'step':
    case 'hold':
    case 'write-off': {
      const also = approval.alsoOpen.length;
      const undemanded = also === 0 ? [] : [`Also open, not demanded yet: ${count(also, 'invoice')}`];
      const which = approval.kind === 'hold' ? [] : [named(view)];
      return [...proposal, ...which, ...undemanded, tried(view, today), delivered(view, today)];
    }
  }
}

/** Nobody answers for a sum whose parts they cannot name. A hold's are counted afresh when it is put on. */
function named({ invoices }: ApprovalView): Text {
  const beyond = invoices.length - namedAtMost;
  const more = beyond > 0 ? ` and ${beyond} more` : '';
  return `Invoices: ${invoices.slice(0, namedAtMost).join(', ')}${more}`;
}

function askedBefore({ before, of }: ApprovalView, people: People, today: BusinessDate): readonly Text[] {
  if (before === undefined) return [];
  const sum = amount(money(before.amount, of.currency));
  if (before.status === 'lapsed') return [`Asked before with ${sum}; that lapsed: ${before.reason ?? ''}`];
  const who = nameOf(people, before.decidedBy ?? undefined);
  const day = before.decidedAt === null ? '' : ` on ${onDay(dateIn(of.zone, before.decidedAt), today)}`;
  const refused = `Refused before by ${who}${day}, over ${sum}: “${quote(before.reason)}”`;
  if (before.againBy === null) return [refused];
  return [refused, `${nameOf(people, before.againBy)} asks again: “${quote(before.againBecause)}”`];
}

function proposed({ asked }: ApprovalView, people: People, today: BusinessDate): readonly Text[] {
  if (asked === undefined) return [];
  const end = asked.until === undefined ? '' : ` until ${onDay(businessDate(asked.until), today)}`;
  const what = asked.what === undefined ? [] : [asked.what.slice(0, quoteLength)];
  const who = asked.by === null ? 'The ladder' : nameOf(people, asked.by);
  return [`${who} asks for it${end}: “${quote(asked.reason)}”`, ...what];
}

function tried({ attempts, reached, of }: ApprovalView, today: BusinessDate): Text {
  const [last] = reached;
  const words =
    last === undefined
      ? 'nobody was reached'
      : `last spoke with ${last.spokeWith} ${at(last.at, of.zone, today, onDay)}: “${quote(last.said)}”`;
  return `${count(attempts, 'call')} recorded · ${words}`;
}

function delivered({ delivered: letters, of }: ApprovalView, today: BusinessDate): Text {
  if (letters.length === 0) return 'No letter is known to have reached them';
  return letters
    .map((sent) => `${sent.kind} to ${sent.to ?? 'their address'}, ${at(sent.at, of.zone, today, onDay)}`)
    .join('\n');
}

const quote = (text: string | null): string => (text ?? '').slice(0, quoteLength);
