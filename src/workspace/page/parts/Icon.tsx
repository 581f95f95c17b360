import type { ReactNode } from 'react';

const SHAPES = {
  attach: 'M14.5 8.5 9 14a3.2 3.2 0 0 1-4.5-4.5l6-6a2.1 2.1 0 0 1 3 3l-5.7 5.7a1 1 0 0 1-1.5-1.5l5.2-5.2',
  back: 'M11 4 5 9l6 5M5.5 9H15',
  check: 'm4 9.5 3.2 3.2L14 6',
  close: 'm5 5 8 8m0-8-8 8',
  clock: 'M9 5v4l2.6 1.8M15.5 9a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  down: 'm5 7 4 4 4-4',
  file: 'M10.5 2.5h-5a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1v-9l-3-3zm0 0v3h3',
  mail: 'M2.5 5a1 1 0 0 1 1-1h11a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5zm.3-.3L9 10l6.2-5.3',
  menu: 'M3 5h12M3 9h12M3 13h12',
  more: 'M4.5 9h.01M9 9h.01M13.5 9h.01',
  search: 'M12.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zm-1.2 3.3L15 15',
  send: 'M3 9 15 3.5 11.5 15 9 10.2 3 9zm6 1.2L15 3.5',
  shortcut: 'M10 2.5 4 10h4l-1 5.5L14 8h-4.5z',
  thread:
    'M3 4.5a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H9l-3.5 3v-3H4a1 1 0 0 1-1-1v-6zM6 6.5h6M6 8.7h4',
  warn: 'M9 3 16 15H2L9 3zm0 4.5v3.2m0 2v.01',
} as const;

export type IconName = keyof typeof SHAPES;

/** Decoration: the control around it carries the name. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
