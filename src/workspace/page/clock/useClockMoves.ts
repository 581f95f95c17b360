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
 * takes a while, so the clock is read on the way.
 */
export function useClockMoves(clock: ClockReading): ClockMoves {
  const { dispatch } = useSession();
  const { attempt, running, failure, forget } = useAttempt();
  const isMoving = running || clock.moving;

  const show = useCallback(
    (reading: ClockReading) =>
      dispatch({ type: 'heard', event: { type: 'clock', clock: reading }, at: performance.now() }),
    [dispatch],
  );
  useEffect(() => (isMoving ? watch(show) : undefined), [isMoving, show]);

  const move = (step: ClockStep): void => {
    void attempt(async () => show(await moveClock(step)));
  };
  return { move, isMoving, failure, forget };
}

/** Returns the way to stop; an answer that comes after that is out of date. */
function watch(show: (reading: ClockReading) => void): () => void {
  let stopped = false;
  const look = (): void => {
    readClock().then(
      (reading) => {
        if (!stopped) show(reading);
      },
      // The move itself tells what went wrong.
      () => undefined,
    );
  };
  const timer = setInterval(look, LOOK_MS);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
