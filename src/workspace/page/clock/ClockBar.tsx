import { type ReactNode, useId, useState } from 'react';
import { ChooseMoment } from './ChooseMoment.tsx';
import { useClockMoves } from './useClockMoves.ts';
import type { ClockReading } from '../../api.ts';
import { Icon } from '../parts/Icon.tsx';
import { Notice } from '../parts/Notice.tsx';
import { dayIn, longDay, moment, timeOfDay } from '../time/format.ts';
import { useNow } from '../time/useNow.ts';

/** The business clock: what time it is for the bot, and the ways to move it on. */
export function ClockBar({ clock }: { readonly clock: ClockReading }): ReactNode {
  const now = useNow();
  const { move, isMoving, failure, forget } = useClockMoves(clock);
  const buttonsId = useId();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { zone, next } = clock;
  const today = dayIn(now, zone);

  return (
    <section
      className={`clock ${isMoving ? 'clock-moving' : ''}`}
      aria-label="Business clock"
      aria-busy={isMoving}
    >
      <div className="clock-line">
        <Icon name="clock" />
        <p className="clock-reading">
          <time className="clock-time" dateTime={now.toISOString()}>
            {timeOfDay(now, zone)}
          </time>
          <span className="clock-day">{longDay(now, zone, '')}</span>
          <span className="clock-zone">{zone.replaceAll('_', ' ')}</span>
        </p>
        <button
          type="button"
          className="button clock-fold"
          aria-expanded={isUnfolded}
          aria-controls={buttonsId}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          Move
          <Icon name="down" />
        </button>
        <div id={buttonsId} className={`clock-buttons ${isUnfolded ? 'clock-unfolded' : ''}`}>
          <button type="button" className="button" disabled={isMoving} onClick={() => move('hour')}>
            +1 hour
          </button>
          <button type="button" className="button" disabled={isMoving} onClick={() => move('morning')}>
            Next business morning
          </button>
          <button
            type="button"
            className="button clock-next"
            disabled={isMoving || next === undefined}
            title={next?.what}
            onClick={() => move('event')}
          >
            {next === undefined ? (
              'Nothing is scheduled'
            ) : (
              <>
                <span className="clock-what">Next event: {next.what}</span>
                <span className="clock-when">{moment(new Date(next.at), zone, today)}</span>
              </>
            )}
          </button>
          <ChooseMoment today={today} isMoving={isMoving} choose={(to) => move({ to })} zone={zone} />
        </div>
        <span className="clock-status" role="status">
          {isMoving ? 'Moving the clock…' : ''}
        </span>
      </div>
      <Notice text={failure} dismiss={forget} />
    </section>
  );
}
