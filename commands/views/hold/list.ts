import type { Button, Card, Part, Text } from '../../../src/chat/types.ts';
import { businessDate, type BusinessDate } from '../../../src/core/calendar/business-date.ts';
import type { HoldOnList } from '../../../src/services/hold/in-force.ts';
import { holdName } from '../case/rests.ts';
import { at, count, onDay, type People } from '../words.ts';
import { againButton, heardWords } from './announcement.ts';
import { proposer } from './proposer.ts';

/** Those shown: a team that holds back more has another problem. */
const mostShown = 15;

export interface HoldListReading {
  readonly people: People;
  readonly today: BusinessDate;
  readonly zone: string;
  /** The host that hears of them; absent: none. */
  readonly heardAt: string | undefined;
  readonly mayTest: boolean;
}

/** All holds in force: of whom, since when, who asked, and whether the service knows. */
export function holdList(holds: readonly HoldOnList[], reading: HoldListReading): Card {
  const title = holds.length === 0 ? 'No hold is in force' : `${count(holds.length, 'hold')} in force`;
  const more = holds.length - mostShown;
  return {
    title,
    summary: title,
    parts: [
      ...holds.slice(0, mostShown).map((one) => holdRow(one, reading)),
      ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more: /account shows each` }] : []),
      ...foot(reading),
    ],
  };
}

/** One hold in a list. */
function holdRow(one: HoldOnList, reading: HoldListReading): Part {
  const { hold, announced } = one;
  return {
    kind: 'row',
    text: holdText(one, reading),
    buttons: [
      ...(announced?.status === 'parked' ? [againButton(announced)] : []),
      { label: 'File', action: { command: 'account', action: 'open', args: { case: hold.caseId } } },
      liftButton(one),
    ],
  };
}

export const liftButton = ({ hold }: HoldOnList): Button => ({
  label: 'Lift…',
  action: { command: 'hold', action: 'lift', args: { hold: hold.id } },
});

/** Of whom, since when, who asked and why; and whether the service knows. */
export function holdText(
  { hold, customerName, promisedFor, announced }: HoldOnList,
  { people, today, zone }: Pick<HoldListReading, 'people' | 'today' | 'zone'>,
): Text {
  const since = hold.onSince === null ? '' : ` since ${at(hold.onSince, zone, today, onDay)}`;
  const state =
    hold.status === 'suspended' && promisedFor !== null
      ? ` lifted against the promise for ${onDay(businessDate(promisedFor), today)}`
      : since;
  const heard = announced === undefined ? [] : [`\n${heardWords(announced, zone, today)}`];
  return [
    { bold: customerName },
    ` · ${holdName(hold.kind)}${state} · asked by ${proposer(hold, people)}\n“${hold.reason}”`,
    ...heard,
  ];
}

function foot({ heardAt, mayTest }: HoldListReading): readonly Part[] {
  if (heardAt === undefined)
    return [
      {
        kind: 'small',
        text: 'To propose a hold, type /hold and a customer. No service hears of holds until whoever runs Dunwell sets HOLD_WEBHOOK_URL.',
      },
    ];
  const test = { label: 'Test the webhook', action: { command: 'hold', action: 'test', args: {} } };
  return [
    {
      kind: 'small',
      text: `To propose a hold, type /hold and a customer. Each change is announced to ${heardAt}.`,
    },
    ...(mayTest ? [{ kind: 'buttons' as const, buttons: [test] }] : []),
  ];
}
