import { directChannelId } from '../../../src/workspace/people.ts';
import type { Desk } from '../desk/desk.ts';
import { nextDay } from '../oracle/days.ts';
import type { Dice } from './dice.ts';
import { type Eyes, openEyes } from './eyes.ts';
import { deedFor, verdictOn } from './habits.ts';
import { giveHands, type Hands } from './hands.ts';

export interface Crew {
  /** Everybody looks at what waits for them, and does it, or later, or never. */
  readonly lookAround: (day: string, moment: number) => Promise<void>;
  /** Whether there is nothing left that anybody means to do. */
  readonly isIdle: (day: string) => boolean;
  readonly close: () => void;
}

export interface Temper {
  readonly dice: Dice;
  /** How often a person never does what waits for them, from 0 to 1. */
  readonly forget: number;
}

/** The moments of a working day at which people look into the chat. */
export const moments = ['09:10', '10:40', '12:20', '14:10', '15:35', '16:40'] as const;

const staff = ['U0RITA', 'U0TOM', 'U0LENA', 'U0MAX', 'U0MONA', 'U0FIONA', 'U0ADA', 'U0LEO'] as const;
const approvers = new Set(['U0MAX', 'U0MONA']);
const channel = 'C0COLLECT';

/** The people of the desk: each sees the chat as it is shown, and presses what is shown. */
export function hireCrew(desk: Desk, { dice, forget }: Temper): Crew {
  const eyes = openEyes(desk.logs.chat);
  const crew = staff.map((user) => ({ user, hands: giveHands(desk, eyes, user), done: new Set<string>() }));
  const waiting = (worker: Worker, day: string): readonly Waiting[] =>
    waitingFor(eyes, dice, worker, day).filter(({ about }) => dice.roll(about, 'forgets') >= forget);
  return {
    lookAround: async (day, moment) => {
      for (const worker of crew)
        await work(desk, worker, (dealtWith) => nowOf(dice, waiting(worker, day), { moment, dealtWith }));
    },
    isIdle: (day) => crew.every((worker) => waiting(worker, day).length === 0),
    close: eyes.close,
  };
}

interface Worker {
  readonly user: string;
  readonly hands: Hands;
  /** What was done. */
  readonly done: Set<string>;
}

/** Something to do, and what this person will make of it. */
interface Waiting {
  /** By whom, about what: the same in every list and nudge, so that what was forgotten once stays forgotten. */
  readonly about: string;
  /** The customer, or the card. */
  readonly whom: string;
  readonly act: () => Promise<void>;
}

/** Looks anew after each deed, as it changes what is shown; nobody dials the same number twice in a minute. */
async function work(
  desk: Desk,
  { done }: Worker,
  next: (dealtWith: ReadonlySet<string>) => Waiting | undefined,
): Promise<void> {
  const dealtWith = new Set<string>();
  for (let one = next(dealtWith); one !== undefined; one = next(dealtWith)) {
    done.add(one.about);
    dealtWith.add(one.whom);
    await one.act();
    await desk.settle();
  }
}

/** Half of what waits is done at a look, the rest at a later one. */
function nowOf(
  dice: Dice,
  waiting: readonly Waiting[],
  { moment, dealtWith }: { readonly moment: number; readonly dealtWith: ReadonlySet<string> },
): Waiting | undefined {
  return waiting.find(
    ({ about, whom }) => !dealtWith.has(whom) && dice.roll(about, 'looks', String(moment)) < 0.5,
  );
}

function waitingFor(eyes: Eyes, dice: Dice, { user, hands, done }: Worker, day: string): readonly Waiting[] {
  const aboutOf = (what: string): string =>
    `${user} ${what.replace('today', day).replace('tomorrow', nextDay(day))}`;
  const rows = eyes.rows(directChannelId(user), new Date(`${day}T00:00:00Z`)).flatMap((row) => {
    const about = aboutOf(row.task);
    const deed = deedFor(row.offers, dice, about, day);
    return deed === undefined
      ? []
      : [{ about, whom: row.whom, act: () => hands.press(row, deed.press, deed.fields) }];
  });
  const cards = approvers.has(user) ? eyes.offering(channel, 'Approve') : [];
  const approvals = cards.map((card) => {
    const about = aboutOf(`approval ${card.ts}`);
    const deed = verdictOn(dice, about);
    return { about, whom: card.ts, act: () => hands.button(card, deed.press, deed.fields) };
  });
  return [...rows, ...approvals].filter(({ about }) => !done.has(about));
}
