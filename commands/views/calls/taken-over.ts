import type { Card, Part } from '../../../src/chat/types.ts';
import type { TakenOverView } from '../../../src/services/task/taken-over-view.ts';
import { callText, type Reader } from '../calls.ts';
import { callButtons } from './buttons.ts';
import { amount, count, nameOf, type People } from '../words.ts';

/** Rows shown; whoever took over more finds them in /calls. */
const mostRows = 12;

/** One message a day for each side: what is yours now, or what was taken from you and why. */
export function takenOverCard(view: TakenOverView, people: People, reader: Reader): Card {
  if (view.reader !== view.heldBy) return givenAway(view, people);
  return view.cases.length === 0 ? allDone(view, people) : taken(view, people, reader);
}

/** Why something is on somebody's list that was not theirs, or is there again. */
export function handedOverLine(people: People, heldBy: number, missedBy: number): string {
  return heldBy === missedBy
    ? `past its deadline, stays with you: ${whyItStays(people, missedBy)}`
    : `taken over from ${nameOf(people, missedBy)}: its deadline passed without an outcome`;
}

/** Everything was done, paid or rests before its reader came to it. */
function allDone(view: TakenOverView, people: People): Card {
  const text = `Nothing is left of what ${nameOf(people, view.missedBy)} had missed: all of it is done meanwhile.`;
  return { summary: 'Nothing is left to take over', parts: [{ kind: 'text', text }] };
}

function taken(view: TakenOverView, people: People, reader: Reader): Card {
  const { calls, one } = counted(view);
  const text = [
    { bold: `${calls} of ${nameOf(people, view.missedBy)} ${one ? 'is' : 'are'} yours now` },
    one ? ': its deadline passed without an outcome.' : ': their deadlines passed without an outcome.',
  ];
  return { summary: `${calls} taken over`, parts: [{ kind: 'text', text }, ...rows(view, reader)] };
}

function whyItStays(people: People, missedBy: number): string {
  const isAbove = (id: number): boolean =>
    people.get(id)?.roles.some((role) => role === 'manager' || role === 'admin') === true;
  return isAbove(missedBy) ? 'there is nobody above you' : 'nobody above you could take more';
}

/** For reading only, so a line each is enough. */
function givenAway(view: TakenOverView, people: People): Card {
  const { calls, one } = counted(view);
  const why = view.onlyCalls
    ? 'The ladder does not wait, so somebody else calls.'
    : 'Work does not wait, so somebody else sees to it.';
  const text = [
    { bold: `${calls} went to ${nameOf(people, view.heldBy)}` },
    `: the deadline passed before ${one ? 'it was' : 'they were'} done. ${why}`,
  ];
  const lines = view.cases
    .slice(0, mostRows)
    .map(({ name, overdue, open }) =>
      overdue.amount > 0n ? `${name} · ${amount(overdue)} overdue` : `${name} · ${amount(open)} open`,
    );
  const more = view.cases.length - mostRows;
  return {
    summary: `${calls} taken over`,
    parts: [
      { kind: 'text', text },
      ...(lines.length === 0 ? [] : [{ kind: 'text' as const, text: lines.join('\n') }]),
      ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more` }] : []),
    ],
  };
}

function rows(view: TakenOverView, reader: Reader): readonly Part[] {
  const shown = view.cases
    .slice(0, mostRows)
    .map((row): Part => ({ kind: 'row', text: callText(row, reader), buttons: callButtons(row) }));
  const more = view.cases.length - mostRows;
  return more > 0 ? [...shown, { kind: 'small', text: `and ${more} more: /calls` }] : shown;
}

function counted({ cases, onlyCalls }: TakenOverView): { readonly calls: string; readonly one: boolean } {
  return { calls: count(cases.length, onlyCalls ? 'call' : 'task'), one: cases.length === 1 };
}
