import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { groupBy } from '../group-by.ts';
import type { Blocked } from './obstacle.ts';
import type { Rest } from './decision.ts';
import { nextToEarn } from './earned.ts';
import { callBackGapEnd, gapEnd } from './gap.ts';
import type { Look } from './look.ts';
import { instantOf, isBefore, type Moment, startOf, wakeFor } from './moment.ts';
import { callLostSubject } from './open-call.ts';
import { reasonToRest } from './reason.ts';
import { isTalk, type Rung } from './rungs.ts';
import { isWorth, type Standing } from './standing.ts';

/** A step and when it is to come. */
interface Coming {
  readonly rung: Rung;
  readonly at: Moment;
}

/** Nothing to do now: why, what comes next, and when to look again. */
export function restWith(look: Look, standings: readonly Standing[], obstacles: readonly Blocked[]): Rest {
  const coming = [...obstacles.flatMap(comingAfter), ...earnedLater(look, standings)];
  const until = firstOf([...coming.map(({ at }) => wakeFor(look, at)), ...otherWakes(look, standings)]);
  const next = nextOf(look, coming);
  return {
    kind: 'rest',
    because: reasonToRest(look, standings, obstacles, coming.length > 0),
    ...(callLostSubject(look, standings) && { callLostSubject: true }),
    ...(until && { until: instantOf(look, until) }),
    ...(next && { next: { step: next.rung.step.key, at: instantOf(look, next.at) } }),
  };
}

function comingAfter({ rung, at }: Blocked): readonly Coming[] {
  return at === undefined ? [] : [{ rung, at }];
}

function earnedLater(look: Look, standings: readonly Standing[]): readonly Coming[] {
  return [...groupBy(standings, ({ way }) => way)].flatMap(([way, travellers]) =>
    way.all.flatMap((rung) => {
      const on = nextToEarn(
        look,
        rung,
        travellers.filter((one) => isWorth(one, rung)),
      );
      return on === undefined ? [] : [{ rung, at: { on, at: rung.step.window.from } }];
    }),
  );
}

/** Days that change what is pressed or overdue without any step being earned. */
function otherWakes({ facts, today }: Look, standings: readonly Standing[]): readonly Moment[] {
  const lapses = facts.cover.map(({ until }) => until);
  const pauseEnds = facts.invoices.flatMap(({ pausedUntil }) => pausedUntil ?? []);
  const maturities = standings
    .filter(({ invoice }) => facts.raisedTo !== undefined || invoice.promiseBroken)
    .map(({ invoice }) => addDays(invoice.effectiveDueOn, 1));
  return [...lapses, ...pauseEnds, ...maturities].filter((on) => on > today).map(startOf);
}

/** What the card announces: of the first day's steps the strongest, as weaker ones fold into it. */
function nextOf(look: Look, coming: readonly Coming[]): Coming | undefined {
  return coming
    .map((one) => afterGap(look, one))
    .reduce<Coming | undefined>(
      (best, one) => (best === undefined || comesFirst(one, best) ? one : best),
      undefined,
    );
}

function comesFirst(a: Coming, b: Coming): boolean {
  return a.at.on === b.at.on ? a.rung.position > b.rung.position : a.at.on < b.at.on;
}

function afterGap(look: Look, { rung, at }: Coming): Coming {
  const { position, step } = rung;
  const ends = [
    gapEnd(look, position, step),
    isTalk(rung) ? callBackGapEnd(look, position, step) : undefined,
  ];
  const on = ends.reduce<BusinessDate>((last, end) => (end !== undefined && end > last ? end : last), at.on);
  return { rung, at: { on, at: at.at } };
}

function firstOf(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (first, one) => (first && !isBefore(one, first) ? first : one),
    undefined,
  );
}
