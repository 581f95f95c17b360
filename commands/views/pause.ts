import type { Card, Form, Part } from '../../src/chat/types.ts';
import { addDays, type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { repPauseDays } from '../../src/core/pause/budget.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import type { PauseView } from '../../src/services/pause/view.ts';
import { nameOf, onDay, type People, standing } from './words.ts';

/** The pause in the case's thread: until when, what, why, who; and while it runs, the way to end it. */
export function pauseCard(view: PauseView, people: People, today: BusinessDate): Card {
  const { pause, until, invoices, running } = view;
  const what =
    invoices.length === 0 ? '' : `: ${invoices.slice(0, 5).join(', ')}${more(invoices.length - 5)}`;
  const title = `Paused until ${onDay(until, today)}`;
  return {
    summary: title,
    parts: [
      {
        kind: 'text',
        text: [{ bold: title }, `${what} · “${pause.reason}” · ${nameOf(people, pause.askedBy)}`],
      },
      running ? controls(pause.id) : over(view, people, today),
    ],
  };
}

const more = (n: number): string => (n > 0 ? ` and ${n} more` : '');

function controls(id: number): Part {
  const action = { command: 'pause', action: 'end', args: { pause: id } };
  return { kind: 'buttons', buttons: [{ label: 'End now', action }] };
}

function over({ pause, until }: PauseView, people: People, today: BusinessDate): Part {
  if (pause.endedOn === null) return { kind: 'text', text: `Over since ${onDay(until, today)}` };
  const day = onDay(businessDate(pause.endedOn), today);
  return { kind: 'text', text: `Ended early by ${nameOf(people, pause.endedBy ?? undefined)}, ${day}` };
}

/** Options of a choice: a platform shows so many. */
const mostInvoices = 100;

export function pauseForm(
  of: CaseOverview,
  invoices: readonly { readonly number: string; readonly label: string }[],
  today: BusinessDate,
): Form {
  const budget = formatDate(addDays(today, repPauseDays), { today });
  return {
    title: 'Pause',
    submit: 'Pause',
    intro: [
      { kind: 'text', text: standing(of) },
      {
        kind: 'small',
        text: `A rep may pause a case once, until ${budget}; longer or again is asked of a lead. It ends by itself.`,
      },
    ],
    fields: [
      {
        kind: 'text',
        name: 'until',
        label: 'Until',
        hint: 'Pressing resumes on this day. Such as 48h, Fri or 27 Nov',
        maxLength: 40,
      },
      { kind: 'text', name: 'reason', label: 'Why?', multiline: true, maxLength: 500 },
      {
        kind: 'choices',
        name: 'invoices',
        label: 'Only these invoices',
        hint: 'Empty: all of the case',
        optional: true,
        options: invoices
          .slice(0, mostInvoices)
          .map(({ number, label }) => ({ value: number, label: `${number.slice(0, 40)} · ${label}` })),
      },
    ],
    action: { command: 'pause', action: 'start', args: { case: of.caseId } },
  };
}
