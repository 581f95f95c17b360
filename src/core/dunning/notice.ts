import { dateIn, timeIn } from '../calendar/zone.ts';
import type { Hours } from '../calendar/hours.ts';
import type { Announcement, Letter } from './decision.ts';
import type { CaseFacts } from './facts.ts';
import type { Ladder } from './ladder.ts';
import { type Look, lookAt } from './look.ts';
import { instantOf, isBefore, minutesOf, type Moment, nextStart, timeOf } from './moment.ts';
import { type Blocked, blocked } from './obstacle.ts';
import { type LetterRung, type Rung, rungNamed } from './rungs.ts';

/** Minutes for which a letter stands announced at least, where the end of its hours or an outage leave no more. */
const leastMinutes = 15;

/** Later than this nobody was at work here when the letter's time came, and nobody could have held it back. */
const oversleptMilliseconds = 30 * 60_000;

/** Times that people read are multiples of five minutes. */
const roundMinutes = 5;

/**
 * A letter that could go now is announced first, so that somebody can hold it back. Once its time has come it goes,
 * if it is owed still; when that time was slept through it is announced once more, shortly.
 */
export function afterNotice(look: Look, rung: LetterRung, letter: Letter): Letter | Announcement | Blocked {
  const { noticeMinutes = 0, announced } = look.facts;
  if (letter.how !== 'send' || noticeMinutes === 0) return letter;
  if (announced?.step !== letter.step) return announce(look, rung, letter, noticeMinutes);
  if (look.now < announced.goesAt)
    return blocked(rung, 'letter is announced', momentOf(look, announced.goesAt));
  const late = look.now.getTime() - announced.goesAt.getTime();
  return late > oversleptMilliseconds ? announce(look, rung, letter, leastMinutes) : letter;
}

/**
 * When something that is announced now goes: so many minutes from now, but inside its hours of today. Undefined when
 * today leaves too little time to hold it back.
 */
function noticeEnds(look: Look, { to }: Hours, minutes: number): Moment | undefined {
  const now = minutesOf(look.time);
  const last = minutesOf(to) - roundMinutes;
  const end = Math.min(Math.ceil((now + minutes) / roundMinutes) * roundMinutes, last);
  return end - now < Math.min(minutes, leastMinutes) ? undefined : { on: look.today, at: timeOf(end) };
}

/**
 * When a claim that was approved now goes to be posted, so that somebody can hold it back until then; in its step's
 * hours. Undefined when it just goes.
 */
export function claimGoesAt(ladder: Ladder, facts: CaseFacts, now: Date, key: string): Date | undefined {
  const look = lookAt(ladder, facts, now);
  const rung = rungNamed(look.rungs, key);
  const minutes = facts.noticeMinutes ?? 0;
  if (rung?.step.kind !== 'claim' || minutes === 0) return undefined;
  const start = nextStart(look, rung.step.window);
  const end = look.open ? noticeEnds(look, rung.step.window, minutes) : undefined;
  if (end === undefined) return instantOf(look, start);
  return instantOf(look, start.on === end.on && isBefore(end, start) ? start : end);
}

function announce(look: Look, rung: LetterRung, letter: Letter, minutes: number): Announcement | Blocked {
  const end = noticeEnds(look, rung.step.window, minutes);
  if (end === undefined) return tomorrow(look, rung);
  const { how: _, ...rest } = letter;
  return { ...rest, kind: 'announcement', goesAt: instantOf(look, end) };
}

function tomorrow(look: Look, rung: Rung): Blocked {
  return blocked(rung, 'outside hours', nextStart(look, rung.step.window));
}

function momentOf({ calendar }: Look, instant: Date): Moment {
  return { on: dateIn(calendar.zone, instant), at: timeIn(calendar.zone, instant) };
}
