import type { View } from '../api.ts';
import type { CheckedView } from '../blocks/validate.ts';
import type { Events } from '../events.ts';
import { mintId, mintSecret } from '../ids.ts';
import { LIMITS } from '../limits.ts';

/** A modal that somebody has open. */
export interface OpenView {
  readonly id: string;
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly hash: string;
  readonly definition: CheckedView;
}

/** Open modals live as long as the server: a person who comes back opens them anew, as in Slack. */
export interface Views {
  readonly open: (userId: string, definition: CheckedView) => OpenView;
  /** Undefined when the stack is full. */
  readonly push: (userId: string, definition: CheckedView) => OpenView | undefined;
  readonly update: (view: OpenView, definition: CheckedView) => OpenView;
  readonly find: (id: string) => OpenView | undefined;
  readonly findExternal: (externalId: string) => OpenView | undefined;
  readonly stack: (userId: string) => readonly OpenView[];
  /** Closes this view and those above it. */
  readonly close: (view: OpenView) => void;
  readonly clear: (userId: string) => void;
}

export function createViews(events: Events): Views {
  const stacks = new Map<string, readonly OpenView[]>();
  const stack = (userId: string): readonly OpenView[] => stacks.get(userId) ?? [];
  const all = (): readonly OpenView[] => [...stacks.values()].flat();
  const show = (userId: string, views: readonly OpenView[]): void => {
    stacks.set(userId, views);
    events.emit({ type: 'view', user: userId, stack: views.map(pageView) });
  };
  const add = (userId: string, below: readonly OpenView[], definition: CheckedView): OpenView => {
    const view = newView(userId, below, definition);
    show(userId, [...below, view]);
    return view;
  };
  return {
    open: (userId, definition) => add(userId, [], definition),
    push: (userId, definition) =>
      stack(userId).length >= LIMITS.viewStack ? undefined : add(userId, stack(userId), definition),
    update: (view, definition) => {
      const changed = { ...view, definition, hash: newHash() };
      show(
        view.userId,
        stack(view.userId).map((open) => (open.id === view.id ? changed : open)),
      );
      return changed;
    },
    find: (id) => all().find((view) => view.id === id),
    findExternal: (externalId) => all().find((view) => view.definition['external_id'] === externalId),
    stack,
    close: (view) => {
      const place = stack(view.userId).findIndex((open) => open.id === view.id);
      if (place >= 0) show(view.userId, stack(view.userId).slice(0, place));
    },
    clear: (userId) => show(userId, []),
  };
}

export function pageView(view: OpenView): View {
  return { id: view.id, hash: view.hash, view: view.definition };
}

function newView(userId: string, below: readonly OpenView[], definition: CheckedView): OpenView {
  const id = mintId('V');
  return {
    id,
    userId,
    rootId: below[0]?.id ?? id,
    previousId: below.at(-1)?.id ?? null,
    hash: newHash(),
    definition,
  };
}

function newHash(): string {
  return mintSecret().slice(0, 12);
}
