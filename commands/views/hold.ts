import type { Button, Card, Form, Part, Text } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import type { CaseOverview, HoldKind } from '../../src/services/case/overview.ts';
import type { HoldRow, HoldView } from '../../src/services/hold/view.ts';
import { suspensionDays } from '../../src/services/hold/suspension.ts';
import { holdName } from './case/rests.ts';
import { againButton, heardWords } from './hold/announcement.ts';
import { proposer } from './hold/proposer.ts';
import { at, nameOf, onDay, type People, standing } from './words.ts';

/** The hold in the case's thread: since when, why, who wanted it; and the ways to lift it. */
export function holdCard(view: HoldView, people: People, today: BusinessDate): Card {
  const { hold, of, owed } = view;
  const lifts =
    owed === undefined
      ? ''
      : `\nIt comes off when ${owed} is paid, or once in ${suspensionDays} days promised`;
  const since = hold.onSince === null ? '' : ` since ${at(hold.onSince, of.zone, today, onDay)}`;
  return {
    summary: `${holdName(hold.kind)}: ${of.name}`,
    parts: [
      {
        kind: 'text',
        text: [
          { bold: holdName(hold.kind) },
          `${hold.status === 'on' ? ` is on${since}` : ''} · “${hold.reason}” · proposed by ${proposer(hold, people)}, approved by ${nameOf(people, view.approval?.decidedBy ?? undefined)}${lifts}`,
        ],
      },
      ...heard(view, today),
      state(view, people),
    ],
  };
}

function heard({ announced, of }: HoldView, today: BusinessDate): readonly Part[] {
  return announced === undefined ? [] : [{ kind: 'small', text: heardWords(announced, of.zone, today) }];
}

const again = (announced: HoldView['announced']): readonly Button[] =>
  announced?.status === 'parked' ? [againButton(announced)] : [];

function state({ hold, of, announced }: HoldView, people: People): Part {
  switch (hold.status) {
    case 'on':
      return { kind: 'buttons', buttons: [...again(announced), ...liftButtons(hold)] };
    case 'suspended':
      return { kind: 'buttons', buttons: [...again(announced), ...liftButtons(hold).slice(0, 1)] };
    case 'lifted': {
      const by = hold.liftedBy === null ? '' : ` by ${nameOf(people, hold.liftedBy)}`;
      return { kind: 'text', text: [{ bold: 'Lifted' }, `${by}: ${hold.liftedBecause ?? ''}`] };
    }
    case 'proposed':
    case 'refused':
    case 'lapsed':
      return { kind: 'text', text: `${of.name}: ${hold.status}` };
  }
}

function liftButtons({ id }: HoldRow): readonly Button[] {
  return [
    { label: 'Lift…', action: { command: 'hold', action: 'lift', args: { hold: id } } },
    { label: 'Lift against the promise', action: { command: 'hold', action: 'suspend', args: { hold: id } } },
  ];
}

const kinds: readonly HoldKind[] = ['service', 'order', 'credit'];

export function holdForm(of: CaseOverview): Form {
  return {
    title: 'Hold',
    submit: 'Propose',
    intro: [
      { kind: 'text', text: standing(of) },
      {
        kind: 'small',
        text: 'A manager who is not the owner approves it. It comes off at once when all that is overdue is paid.',
      },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: 'What do they not get?',
        options: kinds.map((kind) => ({ value: kind, label: wayOf[kind] })),
      },
      { kind: 'text', name: 'reason', label: 'Why?', multiline: true, maxLength: 500 },
    ],
    action: { command: 'hold', action: 'propose', args: { case: of.caseId } },
  };
}

const wayOf: Readonly<Record<HoldKind, string>> = {
  service: 'Service: what we run for them is locked',
  order: 'Orders: nothing new is delivered',
  credit: 'Credit: new orders only against prepayment',
};

export function liftForm({ hold, of }: HoldView): Form {
  return {
    title: 'Lift hold',
    submit: 'Lift',
    intro: [{ kind: 'text', text: [{ bold: of.name }, ` · ${holdName(hold.kind)} · “${hold.reason}”`] }],
    fields: [{ kind: 'text', name: 'reason', label: 'Why?', multiline: true, maxLength: 500 }],
    action: { command: 'hold', action: 'lift', args: { hold: hold.id } },
  };
}

/** What somebody at support reads first: what this customer does not get, and what they owe. */
export function holdLine(row: HoldRow, people: People): Text {
  const name = holdName(row.kind);
  switch (row.status) {
    case 'on':
      return [{ bold: `${name} is on` }, `: ${row.reason}. Tell them of the open invoices first.`];
    case 'suspended':
      return `${name} is lifted against a promise: ${row.reason}`;
    case 'proposed':
      return `${name} proposed by ${proposer(row, people)}, waits for approval: ${row.reason}`;
    case 'lifted':
    case 'refused':
    case 'lapsed':
      return `${name}: ${row.status}`;
  }
}
