import { useCallback, useEffect } from 'react';
import type { ClockReading, ClockStep } from '../../api.ts';
import { useAttempt } from '../parts/useAttempt.ts';
import { useSession } from '../state/useSession.ts';
import { moveClock, readClock } from '../wire/requests.ts';

interface ClockMoves {
  readonly move: (step: ClockStep) => void;
  readonly isMoving: boolean;
  readonly failure: string | undefined;
  readonly forget: () => void;
}

const LOOK_MS = 700;

/**
 * One move at a time, whoever started it: in another window it disables these buttons, too. A move over many days
 * takes a while, so the clock is read on the way; and whenever something was said, because the bot may have moved its
 * clock itself, and what comes next has changed.
 */
export function useClockMoves(clock: ClockReading): ClockMoves {
  const { session, dispatch } = useSession();
  const { attempt, running, failure, forget } = useAttempt();
  const isMoving = running || clock.moving;

  const show = useCallback(
    (reading: ClockReading) =>
      dispatch({ type: 'heard', event: { type: 'clock', clock: reading }, at: performance.now() }),
    [dispatch],
  );
  useEffect(() => (isMoving ? watch(show) : undefined), [isMoving, show]);
  useEffect(() => lookLater(show), [session.histories, show]);

  const move = (step: ClockStep): void => {
    void attempt(async () => show(await moveClock(step)));
  };
  return { move, isMoving, failure, forget };
}

/** Looks again and again. Returns the way to stop. */
function watch(show: (reading: ClockReading) => void): () => void {
  const looks = startLooking(show);
  const timer = setInterval(looks.look, LOOK_MS);
  return () => {
    clearInterval(timer);
    looks.stop();
  };
}

/** Looks once nothing has been said for a moment. Returns the way to stop. */
function lookLater(show: (reading: ClockReading) => void): () => void {
  const looks = startLooking(show);
  const timer = setTimeout(looks.look, LOOK_MS);
  return () => {
    clearTimeout(timer);
    looks.stop();
  };
}

/** An answer that comes after the stop is out of date. */
function startLooking(show: (reading: ClockReading) => void): {
  readonly look: () => void;
  readonly stop: () => void;
} {
  let stopped = false;
  const showUnlessStopped = (reading: ClockReading): void => {
    if (!stopped) show(reading);
  };
  return {
    // A move tells itself what went wrong.
    look: () => void readClock().then(showUnlessStopped, () => undefined),
    stop: () => {
      stopped = true;
    },
  };
}
