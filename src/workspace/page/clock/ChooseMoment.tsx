import { type ReactNode, type SyntheticEvent, useId, useRef, useState } from 'react';
import { instantAt } from './instantAt.ts';
import { Icon } from '../parts/Icon.tsx';

interface Props {
  readonly today: string;
  readonly zone: string;
  readonly isMoving: boolean;
  /** Gets an ISO instant. */
  readonly choose: (to: string) => void;
}

/** Moves the clock to a day and hour of one's own; whether it may go there, the bot says. */
export function ChooseMoment({ today, zone, isMoving, choose }: Props): ReactNode {
  const id = useId();
  const panel = useRef<HTMLFormElement>(null);
  const [day, setDay] = useState('');
  const [time, setTime] = useState('09:00');

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    panel.current?.hidePopover();
    choose(instantAt(day || today, time, zone).toISOString());
  };

  return (
    <span className="clock-choose">
      <button
        type="button"
        className="button"
        aria-label="Set the clock"
        disabled={isMoving}
        popoverTarget={id}
      >
        <Icon name="down" />
      </button>
      <form id={id} ref={panel} popover="auto" className="menu clock-panel" onSubmit={submit}>
        <label className="field-label">
          Day
          <input
            type="date"
            className="input"
            required
            value={day || today}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <label className="field-label">
          Time
          <input
            type="time"
            className="input"
            required
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        </label>
        <button type="submit" className="button button-primary">
          Move the clock
        </button>
      </form>
    </span>
  );
}
