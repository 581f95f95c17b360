import type { Card, Text } from '../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import type { Notice } from '../../src/services/notice.ts';
import { cameBack } from './letter/came-back.ts';
import { holdName } from './case/rests.ts';
import { nameOf, onDay, type People } from './words.ts';

type Told<Kind extends Notice['kind']> = Extract<Notice, { readonly kind: Kind }>;

const said = (text: Text, summary: string): Card => ({ summary, parts: [{ kind: 'text', text }] });

export function outcomeCard(notice: Told<'outcome'>, people: People): Card {
  const who = nameOf(people, notice.memberId);
  const reached = notice.spokeWith === null ? notice.outcome : `spoke with ${notice.spokeWith}`;
  const lines = [
    `${who}: ${reached}`,
    ...(notice.said === null ? [] : [`“${notice.said}”`]),
    ...(notice.next === null ? [] : [`Next: ${notice.next}`]),
  ];
  return said(lines.join('\n'), `${who}: ${reached}`);
}

/** A broken promise calls whoever took it; every other event is for reading. */
export function promiseCard(notice: Told<'promise'>, people: People, today: BusinessDate): Card {
  const due = onDay(businessDate(notice.dueOn), today);
  const by = nameOf(people, notice.memberId ?? undefined);
  switch (notice.event) {
    case 'made':
      return said(
        [
          { bold: `${notice.amount} promised` },
          ` for ${due} · recorded by ${by}${notice.rests ? '' : ' · nothing rests: two promises broke before'}`,
          notice.said === undefined ? '' : `\n“${notice.said}”`,
        ],
        'Promise made',
      );
    case 'kept':
      return said(
        [
          { bold: 'Promise kept' },
          `: ${notice.paid ?? notice.amount} came in of ${notice.amount} promised for ${due}`,
        ],
        'Promise kept',
      );
    case 'partial':
      return said(
        [
          { bold: 'Promise broken in part' },
          `: ${notice.paid ?? 'nothing'} of ${notice.amount} came in by ${due}. A call follows. `,
          ...taker(notice, people),
        ],
        'Promise broken in part',
      );
    case 'unconfirmed':
      return said(
        `The promise of ${notice.amount} for ${due} is unconfirmed: its day is over, and the ledger has no data covering it yet`,
        'Promise unconfirmed',
      );
    case 'broken':
      return said(
        [
          { bold: 'Promise broken' },
          `: ${notice.amount} was promised for ${due}, and nothing came in. A call follows. `,
          ...taker(notice, people),
        ],
        'Promise broken',
      );
    case 'cancelled':
      return said(`The promise of ${notice.amount} for ${due} was cancelled`, 'Promise cancelled');
  }
}

function taker(notice: Told<'promise'>, people: People): readonly Exclude<Text, string>[number][] {
  const person = notice.memberId === null ? undefined : people.get(notice.memberId);
  return person === undefined ? [] : [{ mention: person.userId }];
}

export function paymentCard(notice: Told<'payment'>, people: People): Card {
  const by = notice.memberId === null ? 'by import' : `by ${nameOf(people, notice.memberId)}`;
  if (!notice.advised)
    return said([{ bold: `${notice.amount} paid` }, ` · recorded ${by}`], 'Payment recorded');
  return said(
    [
      { bold: `${notice.amount} is said to be on its way` },
      ` · noted ${by}; rests until ${notice.until ?? 'it arrives'}`,
    ],
    'Payment advised',
  );
}

/** What finance did with cash that is in already. */
export function paymentChangedCard(notice: Told<'payment changed'>, people: People): Card {
  const { amount, about, reason, event } = notice;
  const by = nameOf(people, notice.memberId);
  switch (event) {
    case 'allocated':
      return said(
        [{ bold: `${amount} of unapplied cash` }, ` pays ${about ?? 'invoices'} · allocated by ${by}`],
        'Cash allocated',
      );
    case 'refunded':
      return said(
        [{ bold: `${amount} paid back` }, `${about === null ? '' : ` (${about})`} · recorded by ${by}`],
        'Cash refunded',
      );
    case 'reversed':
      return said(
        [
          { bold: `Payment of ${amount} taken back` },
          `: ${reason ?? 'no reason given'} · by ${by}${about === null ? '' : `\nOpen again: ${about}`}`,
        ],
        'Payment taken back',
      );
    case 'kept as deposit':
      return said(
        [{ bold: `${amount} kept as a deposit` }, ` by ${by}: it covers nothing that is open`],
        'Kept as a deposit',
      );
  }
}

export function letterCard(notice: Told<'letter'>): Card {
  const what = notice.letter.charAt(0).toUpperCase() + notice.letter.slice(1);
  const sum = notice.amount === '' ? '' : ` over ${notice.amount}`;
  const also = missingLine(notice);
  switch (notice.fate) {
    case 'withheld':
      return said(
        `${what}${sum} would have gone to ${notice.to ?? 'them'} now: withheld by shadow mode${also}`,
        `${what} withheld`,
      );
    case 'impossible':
      return said(`${what}${sum} could not be sent: there is no mail address on file`, `${what} not sent`);
    case 'sent':
      return sentCard(notice, `${what}${sum} sent to ${notice.to ?? 'them'}${also}`, `${what} sent`);
    default:
      return said(
        `${what}${sum}${notice.to === null ? '' : ` to ${notice.to}`}: ${notice.fate}${also}`,
        what,
      );
  }
}

/** Whom a letter should have reached, and nobody can. */
function missingLine({ missing = [], refused = [] }: Told<'letter'>): string {
  const nobody =
    missing.length === 0 ? '' : `\nNobody with a mail address is on file as ${missing.join(' or ')}`;
  return refused.length === 0 ? nobody : `${nobody}\nIt did not reach ${refused.join(', ')}: refused there`;
}

function sentCard({ caseId, letterId }: Told<'letter'>, text: string, summary: string): Card {
  if (letterId === undefined) return said(text, summary);
  return { summary, parts: [{ kind: 'row', text, buttons: [cameBack(caseId, letterId)] }] };
}

export function raisedCard(notice: Told<'raised'>, people: People): Card {
  return said(
    [{ bold: `Raised to ${notice.step}` }, ` by ${nameOf(people, notice.memberId)}: ${notice.reason}`],
    'Case raised',
  );
}

/** What became of a dispute, and so what is pressed again. */
export function disputeSettledCard(notice: Told<'dispute'>, people: People): Card {
  const who = nameOf(people, notice.memberId ?? undefined);
  const why = notice.answer === null ? '' : `: “${notice.answer}”`;
  switch (notice.event) {
    case 'rejected':
      return said(
        [{ bold: 'Dispute rejected' }, ` by ${who}${why}\n${notice.amount} is pressed again from today`],
        'Dispute rejected',
      );
    case 'upheld':
      return said(
        [
          { bold: 'Dispute upheld' },
          ` by ${who}${why}\n${notice.upheld} rests until its credit note is booked`,
        ],
        'Dispute upheld',
      );
    case 'upheld in part':
      return said(
        [
          { bold: 'Dispute upheld in part' },
          ` by ${who}${why}\n${notice.upheld} rests until its credit note is booked; ${notice.pressed} is pressed again from today`,
        ],
        'Dispute upheld in part',
      );
    case 'credited':
      return said([{ bold: `${notice.upheld} credited` }, ` · noted by ${who}`], 'Credit note booked');
    case 'moot':
      return said(
        `The dispute of ${notice.amount}${ofInvoices(notice.invoices, 'about')} is over: nothing of it is open any more`,
        'Dispute over',
      );
  }
}

/** Of one invoice or a few: which; of more the thread says enough. */
function ofInvoices(numbers: readonly string[] = [], word = 'of'): string {
  return numbers.length === 0 || numbers.length > 3 ? '' : ` ${word} ${numbers.join(', ')}`;
}

export function pauseOverCard({ memberId, invoices }: Told<'pause over'>, people: People): Card {
  const how = memberId === null ? 'is over' : `was ended early by ${nameOf(people, memberId)}`;
  return said(
    [{ bold: `The pause${ofInvoices(invoices)} ${how}` }, ': pressing resumes today'],
    'Pause over',
  );
}

/** What the customer does not get from now on, or gets again. */
export function holdChangedCard(notice: Told<'hold'>, people: People): Card {
  const { hold, event, memberId, because } = notice;
  const name = holdName(hold);
  const owner = ownerToTell(notice, people);
  const by = memberId === null ? '' : ` by ${nameOf(people, memberId)}`;
  switch (event) {
    case 'on':
      return said([{ bold: `${name} is on` }, ` · approved${by}`, ...owner], `${name} on`);
    case 'on again':
      return said([{ bold: `${name} is on again` }, `: ${because}`, ...owner], `${name} on again`);
    case 'stays':
      return said([{ bold: `${name} stays` }, `: ${because}`], `${name} stays`);
    case 'spared':
      return said(
        [{ bold: `No ${name.toLowerCase()}` }, `: ${because}, so the ladder goes on without it`],
        `No ${name.toLowerCase()}`,
      );
    case 'lifted':
      return said([{ bold: `${name} lifted` }, `${by}: ${because}`, ...owner], `${name} lifted`);
    case 'lifted against a promise':
      return said(
        [
          { bold: `${name} lifted` },
          `${by} against a promise (${because}): on again by itself if that breaks`,
          ...owner,
        ],
        `${name} lifted against a promise`,
      );
  }
}

/** The customer asks whoever looks after them, who must not hear of it from there. */
function ownerToTell(
  { ownerId, memberId }: Told<'hold'>,
  people: People,
): readonly Exclude<Text, string>[number][] {
  const owner = ownerId === memberId ? undefined : people.get(ownerId ?? 0);
  return owner === undefined ? [] : [' · ', { mention: owner.userId }];
}
