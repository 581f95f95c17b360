import type { NumberInput, PlainTextInput } from '@slack/types';
import type { ReactNode } from 'react';
import { type Standing, useControl } from './useControl.ts';

interface Props {
  readonly element: NumberInput | PlainTextInput;
  readonly standing: Standing;
}

export function TextInputView({ element, standing }: Props): ReactNode {
  const { picked, choose } = useControl(element, { ...standing, dispatches: false });
  const shared = {
    id: standing.controlId,
    className: 'input',
    'aria-describedby': standing.describedBy,
    'aria-invalid': standing.invalid,
    autoFocus: element.focus_on_load,
    placeholder: element.placeholder?.text,
    value: String(picked),
  };
  if (element.type === 'plain_text_input' && element.multiline === true) {
    return <textarea {...shared} rows={4} onChange={(event) => choose(event.target.value)} />;
  }
  const mode = element.type === 'number_input' ? { inputMode: 'decimal' as const } : {};
  return <input type="text" {...shared} {...mode} onChange={(event) => choose(event.target.value)} />;
}
