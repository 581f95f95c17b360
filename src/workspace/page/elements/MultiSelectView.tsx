import type { MultiStaticSelect } from '@slack/types';
import { type ReactNode, useState } from 'react';
import { type Standing, useControl } from './useControl.ts';
import { listed } from './values.ts';

interface Props {
  readonly element: MultiStaticSelect;
  readonly standing: Standing;
}

const SEARCHED_FROM = 8;

/** A list of boxes with a search above it where it is long. */
export function MultiSelectView({ element, standing }: Props): ReactNode {
  const { picked, choose, busy } = useControl(element, standing);
  const [search, setSearch] = useState('');
  const chosen = listed(picked);
  const options = (element.options ?? []).filter(({ text }) =>
    text.text.toLowerCase().includes(search.toLowerCase()),
  );
  const toggle = (value: string): void =>
    choose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);

  return (
    <div className="multi">
      {(element.options ?? []).length >= SEARCHED_FROM && (
        <input
          type="search"
          className="input multi-search"
          aria-label="Search the options"
          placeholder={element.placeholder?.text ?? 'Search…'}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <div className="multi-options">
        {options.map(({ text, value = '' }) => (
          <label key={value} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={busy}
              onChange={() => toggle(value)}
            />
            <span>{text.text}</span>
          </label>
        ))}
        {options.length === 0 && <p className="field-hint">Nothing matches “{search}”.</p>}
      </div>
    </div>
  );
}
