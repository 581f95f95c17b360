import { createActor } from '../support/story/actor.ts';
import type { Desk } from './desk/desk.ts';
import { hireFinance } from './desk/finance.ts';
import type { Invoice } from './ledger/history.ts';
import type { Ledger } from './ledger/ledgers.ts';
import { type Days, nextDay } from './oracle/days.ts';
import { type Crew, hireCrew, moments, type Temper } from './people/crew.ts';
import { type Initiative, initiativesOn } from './people/initiatives.ts';

export interface Route {
  readonly from: string;
  readonly to: string;
  readonly temper: Temper;
  /** Told of each day that begins. */
  readonly onDay: (day: string) => void;
}

/** Walks through the days of a ledger: what the books knew in the evening is imported in the morning; people work. */
export async function walk(
  desk: Desk,
  { history, eventful }: Ledger,
  days: Days,
  { from, to, temper, onDay }: Route,
): Promise<void> {
  const finance = await hireFinance(desk, history);
  const crew = hireCrew(desk, temper);
  const owned = new Set<string>();
  const first = days.open(from);
  for (let day = first; day <= to; day = days.shift(day, 1)) {
    onDay(day);
    await desk.moveTo(day, '07:00');
    await finance.importThrough(nextDay(day, -1));
    if (day === first) {
      await stopDigest(desk);
      await letLettersOut(desk);
    }
    if (newcomers(history, owned, day)) await spread(desk);
    if (eventful) await hear(desk, initiativesOn(history, temper.dice, day), day);
    await workThrough(desk, crew, day);
    await desk.moveTo(day, '18:30');
  }
  crew.close();
}

/** People look in at their moments; when nothing waits for anybody, not before something happens again. */
async function workThrough(desk: Desk, crew: Crew, day: string): Promise<void> {
  let quietUntil: Date | undefined;
  for (const [moment, time] of moments.entries()) {
    if (quietUntil !== undefined && desk.instant(day, time) < quietUntil) continue;
    await desk.moveTo(day, time);
    await crew.lookAround(day, moment);
    quietUntil = crew.isIdle(day) ? await desk.nextMoment() : undefined;
  }
}

/** What customers said is typed into the channel before the morning's calls. A line that Dunwell refuses changes nothing. */
async function hear(desk: Desk, initiatives: readonly Initiative[], day: string): Promise<void> {
  if (initiatives.length > 0) await desk.moveTo(day, '08:30');
  for (const { user, line } of initiatives) await createActor(desk.workspace, user, desk.settle).slash(line);
}

/** Whether the last export had customers that were never seen before. */
function newcomers(history: readonly Invoice[], owned: Set<string>, day: string): boolean {
  const before = owned.size;
  for (const { customer, issuedOn } of history) if (issuedOn < day) owned.add(customer);
  return owned.size > before;
}

/** The digest tells everybody what others do; its pictures take a tenth of a replay's time. */
async function stopDigest(desk: Desk): Promise<void> {
  await createActor(desk.workspace, 'U0ADA', desk.settle).slash('/digest off');
}

async function letLettersOut(desk: Desk): Promise<void> {
  const max = createActor(desk.workspace, 'U0MAX', desk.settle);
  await max.slash('/team');
  await max.press(max.sees('Let letters out'), 'Let letters out');
  await max.press(max.sees('Let them out'), 'Let them out');
}

async function spread(desk: Desk): Promise<void> {
  const lena = createActor(desk.workspace, 'U0LENA', desk.settle);
  const asked = await lena.slash('/assign evenly');
  if (asked.includes('This moves')) await lena.press(lena.sees('This moves'), 'Move');
}
