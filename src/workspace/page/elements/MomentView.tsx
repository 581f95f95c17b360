import type { Datepicker, Timepicker } from '@slack/types';
import type { ReactNode } from 'react';
import { type Control, type Standing, useControl } from './useControl.ts';
import { formatInstant } from '../time/format.ts';

interface Props<Element> {
  readonly element: Element;
  readonly standing: Standing;
}

/** With the weekday beside it: who promises for "the 27th" means a Friday. */
export function DatepickerView({ element, standing }: Props<Datepicker>): ReactNode {
  const control = useControl(element, standing);
  return (
    <div className="picker">
      <MomentInput kind="date" element={element} standing={standing} control={control} />
      <span className="picker-day">{spelledOut(String(control.picked))}</span>
    </div>
  );
}

export function TimepickerView({ element, standing }: Props<Timepicker>): ReactNode {
  const control = useControl(element, standing);
  return <MomentInput kind="time" element={element} standing={standing} control={control} />;
}

interface InputProps extends Props<Datepicker | Timepicker> {
  readonly kind: 'date' | 'time';
  readonly control: Control;
}

function MomentInput({ kind, element, standing, control }: InputProps): ReactNode {
  const { picked, choose, busy } = control;
  return (
    <input
      id={standing.controlId}
      type={kind}
      className="input"
      aria-label={
        standing.controlId === undefined ? (element.placeholder?.text ?? `Choose a ${kind}`) : undefined
      }
      aria-describedby={standing.describedBy}
      aria-invalid={standing.invalid}
      autoFocus={element.focus_on_load}
      disabled={busy}
      value={String(picked)}
      onChange={(event) => choose(event.target.value)}
    />
  );
}

/** A day without an hour belongs to no zone. */
function spelledOut(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return '';
  return formatInstant(instant, 'UTC', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}
