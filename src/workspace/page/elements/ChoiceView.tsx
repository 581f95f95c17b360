import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { type ReactNode, useId } from 'react';
import { type Standing, useControl } from './useControl.ts';
import { listed } from './values.ts';
import { TextView } from '../blocks/TextView.tsx';

interface Props<Element> {
  readonly element: Element;
  readonly standing: Standing;
}

export function CheckboxesView({ element, standing }: Props<Checkboxes>): ReactNode {
  const { picked, choose, busy } = useControl(element, standing);
  const chosen = listed(picked);
  const toggle = (value: string): void =>
    choose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return element.options.map((option) => (
    <ChoiceLabel key={option.value} option={option}>
      <input
        type="checkbox"
        checked={chosen.includes(option.value ?? '')}
        disabled={busy}
        onChange={() => toggle(option.value ?? '')}
      />
    </ChoiceLabel>
  ));
}

export function RadioButtonsView({ element, standing }: Props<RadioButtons>): ReactNode {
  const { picked, choose, busy } = useControl(element, standing);
  const group = useId();
  return element.options.map((option) => (
    <ChoiceLabel key={option.value} option={option}>
      <input
        type="radio"
        name={group}
        checked={picked === option.value}
        disabled={busy}
        onChange={() => choose(option.value ?? '')}
      />
    </ChoiceLabel>
  ));
}

function ChoiceLabel({
  option,
  children,
}: {
  readonly option: Option;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <label className="choice">
      {children}
      <span>
        <TextView text={option.text} />
        {option.description && (
          <small className="option-description">
            <TextView text={option.description} />
          </small>
        )}
      </span>
    </label>
  );
}
