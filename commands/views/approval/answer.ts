import type { Button, Part, Text } from '../../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { money } from '../../../src/core/money.ts';
import type { ApprovalView } from '../../../src/services/approval/view.ts';
import { amount, at, nameOf, onDay, type People } from '../words.ts';

/** Who is asked and the buttons to answer; once it is decided, who decided, how and why. */
export function answerParts(
  view: ApprovalView,
  people: People,
  today: BusinessDate,
  reader?: number,
): readonly Part[] {
  if (view.approval.status !== 'pending') return decided(view, people, today);
  const lines = [
    ...agreedLine(view, people, today),
    ...askedLine(view, people, reader),
    ...aloneLine(view, today),
  ];
  return [...lines.map((text) => ({ kind: 'text' as const, text })), ...answerButtons(view, reader)];
}

/** "Approved by Max Moreau and Mona Meyer, Tue 10 Nov 10:12", as the card and the thread say it. */
export function decisionText(view: ApprovalView, people: People, today: BusinessDate): Text {
  const { approval, after, of } = view;
  const who = nameOf(people, approval.decidedBy ?? undefined);
  const when = approval.decidedAt === null ? '' : at(approval.decidedAt, of.zone, today, onDay);
  switch (approval.status) {
    case 'pending':
      return 'Waits for an answer';
    case 'approved':
      return [
        { bold: `Approved by ${voters(view, people) || who}` },
        `${when === '' ? '' : `, ${when}`}${approval.decidedAlone ? ' · decided with too few people: nobody else was there to ask for 24 hours' : ''}`,
      ];
    case 'refused':
      return [
        { bold: `Refused by ${who}` },
        `: ${approval.reason ?? ''} · ${when}${reviewWords(view, people, today)}`,
      ];
    case 'lapsed': {
      const again =
        after === undefined ? '' : ` · asked again with ${amount(money(after.amount, of.currency))}`;
      return [{ bold: 'Lapsed' }, `: ${approval.reason ?? 'the sum changed'}${again}`];
    }
  }
}

function decided(view: ApprovalView, people: People, today: BusinessDate): readonly Part[] {
  const text = decisionText(view, people, today);
  const { approval, after } = view;
  const canAskAgain = approval.status === 'refused' && approval.againBy === null && after === undefined;
  return [canAskAgain ? { kind: 'row', text, buttons: [askAgain(approval.id)] } : { kind: 'text', text }];
}

const askAgain = (id: number): Button => ({
  label: 'Ask again…',
  action: { command: 'escalate', action: 'again', args: { approval: id } },
});

function reviewWords({ approval, after }: ApprovalView, people: People, today: BusinessDate): string {
  if (approval.againBy !== null) return ` · ${nameOf(people, approval.againBy)} has new grounds`;
  if (after !== undefined) return ' · asked again since';
  return approval.reviewOn === null
    ? ''
    : ` · to be looked at again ${formatDate(businessDate(approval.reviewOn), { today })}`;
}

function voters({ votes }: ApprovalView, people: People): string {
  return votes.map(({ memberId }) => nameOf(people, memberId)).join(' and ');
}

function agreedLine({ votes, of }: ApprovalView, people: People, today: BusinessDate): readonly Text[] {
  return votes.map(({ memberId, at: moment }) => [
    { bold: `${nameOf(people, memberId)} agrees` },
    ` (${at(moment, of.zone, today, onDay)}); somebody else must, too`,
  ]);
}

/** Who is asked, as a line of its own; each of them has it in a message, which is what notifies them. */
function askedLine(
  { approval, bench, votes }: ApprovalView,
  people: People,
  reader?: number,
): readonly Text[] {
  const two = approval.needs > 1 && votes.length === 0 ? ['Two people must agree. '] : [];
  const asked = bench.asked.filter((id) => id !== reader).map((id) => nameOf(people, id));
  if (asked.length === 0) return two;
  return [[...two, reader === undefined ? 'Asked: ' : 'Asked as well: ', asked.join(', ')]];
}

function aloneLine({ bench, of }: ApprovalView, today: BusinessDate): readonly Text[] {
  if (bench.aloneFrom === undefined) return [];
  if (bench.alone)
    return ['Nobody else was there to ask for 24 hours, so it is decided with fewer people, and recorded so'];
  return [
    `A second person is missing: an admin names one with /team. From ${at(bench.aloneFrom, of.zone, today, onDay)} it is decided without, and recorded so`,
  ];
}

/** Nobody is shown a button that would refuse them. */
export function answerButtons({ approval, bench, votes }: ApprovalView, reader?: number): readonly Part[] {
  const args = { approval: approval.id };
  const mayPress =
    reader === undefined ||
    (bench.may.includes(reader) && (!bench.agreed.includes(reader) || bench.missing === 0));
  if (!mayPress) return [];
  const isLast = bench.missing <= 1;
  return [
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Approve',
          style: 'primary',
          action: { command: 'escalate', action: 'approve', args },
          confirm: {
            title: 'Approve this?',
            text: isLast
              ? 'It is carried out at once and recorded under your name.'
              : `It is recorded under your name, and carried out when ${votes.length === 0 ? 'a second person' : 'somebody else'} agrees.`,
            yes: 'Approve',
          },
        },
        { label: 'Refuse…', style: 'danger', action: { command: 'escalate', action: 'refuse', args } },
      ],
    },
  ];
}
