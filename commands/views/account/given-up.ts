import type { Part, Text } from '../../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { money } from '../../../src/core/money.ts';
import type { CaseSection } from '../../../src/services/customer/file.ts';
import type { GivenUp } from '../../../src/services/given-up/of-cases.ts';
import { answerButtons } from '../approval/answer.ts';
import { amount, at, count, nameOf, onDay, type People } from '../words.ts';
import { takeBackButton } from '../write-off.ts';

/** Who reads, and how much of it is shown. */
interface Reading {
  readonly people: People;
  readonly today: BusinessDate;
  readonly reader: number;
  readonly detail: { readonly papers: number; readonly quote: number };
}

/** What we do not ask for any more, or shall not: how much, why, by whom, and what can be done about it. */
export function givenUpParts({ givenUp }: CaseSection, reading: Reading): readonly Part[] {
  if (givenUp.length === 0) return [];
  const most = reading.detail.papers;
  const hidden = givenUp.length - most;
  return [
    { kind: 'text', text: [{ bold: 'Written off and waived' }] },
    ...givenUp.slice(0, most).flatMap((one) => itemParts(one, reading)),
    ...(hidden > 0 ? [{ kind: 'small' as const, text: `and ${count(hidden, 'older one')}` }] : []),
  ];
}

function itemParts(one: GivenUp, reading: Reading): readonly Part[] {
  const text = itemText(one, reading);
  if (one.writeOff?.status === 'booked')
    return [{ kind: 'row', text, buttons: [takeBackButton(one.writeOff.id)] }];
  const isWaiting = one.view.approval.status === 'pending';
  return [{ kind: 'text', text }, ...(isWaiting ? answerButtons(one.view, reading.reader) : [])];
}

function itemText(one: GivenUp, { people, today, detail }: Reading): Text {
  const { approval, asked, of } = one.view;
  const what = asked?.what === undefined ? '' : ` · ${asked.what.slice(0, detail.quote)}`;
  const why = `“${(asked?.reason ?? '').slice(0, detail.quote)}”, proposed by ${nameOf(people, asked?.by ?? undefined)}`;
  return [
    { bold: `${amount(money(approval.amount, of.currency))} ${stateOf(one)}` },
    `${what}\n${why}\n${fate(one, people, today)}`,
  ];
}

function stateOf({ view: { approval }, writeOff }: GivenUp): string {
  const isWaiting = approval.status === 'pending';
  if (approval.kind === 'fee waiver') return isWaiting ? 'to be waived' : 'of late costs waived';
  if (isWaiting) return 'to be written off';
  return writeOff?.status === 'reversed' ? 'written off and taken back' : 'written off';
}

function fate(one: GivenUp, people: People, today: BusinessDate): string {
  const { approval, votes, bench, of } = one.view;
  const agreed = votes.map(({ memberId }) => nameOf(people, memberId)).join(' and ');
  if (approval.status === 'pending') {
    const asked = bench.asked.map((id) => nameOf(people, id)).join(', ') || 'an admin to name somebody';
    return agreed === ''
      ? `waits for two people to agree: ${asked}`
      : `${agreed} agrees; waits for a second person: ${asked}`;
  }
  const when = approval.decidedAt === null ? '' : `, ${at(approval.decidedAt, of.zone, today, onDay)}`;
  const alone = approval.decidedAlone ? ' with too few people' : '';
  return `agreed by ${agreed || 'nobody'}${alone}${when}${takenBack(one, people, today)}`;
}

function takenBack({ writeOff }: GivenUp, people: People, today: BusinessDate): string {
  if (writeOff === undefined || writeOff.reversedOn === null) return '';
  const by = nameOf(people, writeOff.reversedBy ?? undefined);
  return `\ntaken back by ${by} on ${onDay(businessDate(writeOff.reversedOn), today)}: ${writeOff.reversedBecause ?? ''}`;
}
