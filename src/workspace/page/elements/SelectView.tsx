import type { StaticSelect, UsersSelect } from '@slack/types';
import type { ReactNode } from 'react';
import { type Standing, useControl } from './useControl.ts';
import type { Stateful } from './values.ts';
import { people } from '../state/directory.ts';
import { useDirectory } from '../state/useSession.ts';

interface Props<Element> {
  readonly element: Element;
  readonly standing: Standing;
}

interface Entry {
  readonly value: string;
  readonly label: string;
}

export function SelectView({ element, standing }: Props<StaticSelect>): ReactNode {
  const entries = (element.options ?? []).map((option) => ({
    value: option.value ?? '',
    label: [option.text.text, option.description?.text].filter(Boolean).join(' · '),
  }));
  return <NativeSelect element={element} standing={standing} entries={entries} />;
}

export function UsersSelectView({ element, standing }: Props<UsersSelect>): ReactNode {
  const entries = people(useDirectory()).map(({ id, name, title }) => ({
    value: id,
    label: title === '' ? name : `${name} · ${title}`,
  }));
  return <NativeSelect element={element} standing={standing} entries={entries} />;
}

interface NativeProps extends Props<Stateful & (StaticSelect | UsersSelect)> {
  readonly entries: readonly Entry[];
}

/** The browser's own list: it can be searched by typing, and works with every keyboard and screen reader. */
function NativeSelect({ element, standing, entries }: NativeProps): ReactNode {
  const { picked, choose, busy } = useControl(element, standing);
  const placeholder = element.placeholder?.text ?? 'Choose…';
  return (
    <select
      id={standing.controlId}
      className={`input select ${picked === '' ? 'select-empty' : ''}`}
      aria-label={standing.controlId === undefined ? placeholder : undefined}
      aria-describedby={standing.describedBy}
      aria-invalid={standing.invalid}
      autoFocus={element.focus_on_load}
      value={String(picked)}
      disabled={busy}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{placeholder}</option>
      {entries.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
