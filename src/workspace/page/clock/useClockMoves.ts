import type { ClockReading, ClockStep } from '../../api.ts';
import { useAttempt } from '../parts/useAttempt.ts';
import { useSession } from '../state/useSession.ts';
import { moveClock } from '../wire/requests.ts';

interface ClockMoves {
  readonly move: (step: ClockStep) => void;
  readonly isMoving: boolean;
  readonly failure: string | undefined;
  readonly forget: () => void;
}

/** One move at a time, whoever started it: in another window it disables these buttons, too. */
export function useClockMoves(clock: ClockReading): ClockMoves {
  const { dispatch } = useSession();
  const { attempt, running, failure, forget } = useAttempt();
  const move = (step: ClockStep): void => {
    void attempt(async () => {
      dispatch({ type: 'heard', event: { type: 'clock', clock: await moveClock(step) } });
    });
  };
  return { move, isMoving: running || clock.moving, failure, forget };
}
