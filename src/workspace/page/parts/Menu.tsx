import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly chosen?: boolean;
  readonly pick: () => void;
}

interface Props {
  /** The button's accessible name; where it is absent, its content is the name. */
  readonly label?: string;
  readonly className: string;
  readonly button: ReactNode;
  readonly items: readonly MenuItem[];
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly whenOpened?: () => void;
}

/** A button with a menu in the browser's top layer, so that no scrolling list around it cuts it off. */
export function Menu({ label, className, button, items, disabled, busy, whenOpened }: Props): ReactNode {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [spot, setSpot] = useState<CSSProperties>({});

  const toggled = (isOpen: boolean): void => {
    setOpen(isOpen);
    if (!isOpen) return;
    setSpot(spotBeside(opener.current, list.current));
    itemsIn(list.current)[0]?.focus();
    whenOpened?.();
  };

  return (
    <>
      <button
        type="button"
        ref={opener}
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={busy}
        aria-disabled={disabled}
        popoverTarget={disabled === true ? undefined : id}
      >
        {button}
      </button>
      <div
        id={id}
        ref={list}
        popover="auto"
        role="menu"
        className="menu"
        data-placed={open}
        style={spot}
        onToggle={(event) => toggled(event.newState === 'open')}
        onKeyDown={(event) => moveFocus(event, list.current)}
      >
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role={item.chosen === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.chosen}
            className="menu-item"
            onClick={() => {
              list.current?.hidePopover();
              item.pick();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}

const EDGE_PX = 8;

/** Below the button, or above it where there is more room; never over the window's edge. */
function spotBeside(opener: HTMLElement | null, list: HTMLElement | null): CSSProperties {
  if (opener === null || list === null) return {};
  const from = opener.getBoundingClientRect();
  const left = Math.max(EDGE_PX, Math.min(from.left, innerWidth - list.offsetWidth - EDGE_PX));
  const below = from.bottom + list.offsetHeight + EDGE_PX <= innerHeight || from.top < innerHeight / 2;
  return below
    ? { left, top: from.bottom + 4, maxHeight: innerHeight - from.bottom - 4 - EDGE_PX }
    : { left, top: Math.max(EDGE_PX, from.top - list.offsetHeight - 4), maxHeight: from.top - 4 - EDGE_PX };
}

const itemsIn = (list: HTMLElement | null): readonly HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('.menu-item') ?? []),
];

function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const items = itemsIn(list);
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[
    event.key
  ];
  if (event.key === 'Tab') list?.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  items[next % items.length]?.focus();
}
