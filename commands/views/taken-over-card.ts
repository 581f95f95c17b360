import type { Card, Part } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import type { TakenOverView } from '../../src/services/task/taken-over-view.ts';
import { callButtons, callText } from './call-list.ts';
import { count, nameOf, type People } from './words.ts';

/** Rows shown; whoever took over more finds them in /calls. */
const mostRows = 12;

/** One message a day for each side: what is yours now, or what was taken from you and why. */
export function takenOverCard(view: TakenOverView, people: People, today: BusinessDate): Card {
  const calls = count(view.cases.length, 'call');
  if (view.missedBy === view.heldBy) return stays(view, calls, today);
  return view.reader === view.heldBy
    ? taken(view, calls, people, today)
    : givenAway(view, calls, people, today);
}

function taken(view: TakenOverView, calls: string, people: People, today: BusinessDate): Card {
  const text = [
    { bold: `${calls} of ${nameOf(people, view.missedBy)} are yours now` },
    ': their deadlines passed without an outcome.',
  ];
  return { summary: `${calls} taken over`, parts: [{ kind: 'text', text }, ...rows(view, today, true)] };
}

function givenAway(view: TakenOverView, calls: string, people: People, today: BusinessDate): Card {
  const text = [
    { bold: `${calls} went to ${nameOf(people, view.heldBy)}` },
    ': the deadline passed and no outcome was recorded. The ladder does not wait, so somebody else calls.',
  ];
  return { summary: `${calls} taken over`, parts: [{ kind: 'text', text }, ...rows(view, today, false)] };
}

function stays(view: TakenOverView, calls: string, today: BusinessDate): Card {
  const text = [
    { bold: `${calls} past the deadline stay with you` },
    ': nobody above can take more today. There is a new deadline for each.',
  ];
  return {
    summary: `${calls} past the deadline`,
    parts: [{ kind: 'text', text }, ...rows(view, today, true)],
  };
}

function rows(view: TakenOverView, today: BusinessDate, withButtons: boolean): readonly Part[] {
  const shown = view.cases
    .slice(0, mostRows)
    .map((row): Part =>
      withButtons
        ? { kind: 'row', text: callText(row, today), buttons: callButtons(row) }
        : { kind: 'text', text: callText({ ...row, task: undefined }, today) },
    );
  const more = view.cases.length - mostRows;
  return more > 0 ? [...shown, { kind: 'small', text: `and ${more} more: /calls` }] : shown;
}
