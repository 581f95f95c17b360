import type { View } from './api.ts';
import { placedElements, type Element } from './blocks/inspect.ts';
import type { Values } from './interactions/values.ts';
import type { Site } from './site.ts';
import { findControl, sayFor } from './wording.ts';

/** What one person typed into forms that are not sent yet. */
export interface Filling {
  readonly fill: (view: View, fields: Readonly<Record<string, string | readonly string[]>>) => void;
  /** As a browser would send it: a field left alone sends what it started with. */
  readonly toSend: (view: View) => Values;
}

export function createFilling(site: Site): Filling {
  const typed = new Map<string, Values>();
  return {
    fill: (view, fields) => {
      for (const [what, value] of Object.entries(fields)) {
        const { block, element } = findControl(placedElements(view.view.blocks), what);
        const before = typed.get(view.id) ?? {};
        const blockId = String(block.block_id);
        const ofBlock = { ...before[blockId], [element.action_id]: sayFor(site, element, value) };
        typed.set(view.id, { ...before, [blockId]: ofBlock });
      }
    },
    toSend: (view) => {
      const said = typed.get(view.id) ?? {};
      const fields = placedElements(view.view.blocks).map(({ block, element }) => {
        const blockId = String(block.block_id);
        return [blockId, { [element.action_id]: startOf(element), ...said[blockId] }] as const;
      });
      return Object.fromEntries(fields);
    },
  };
}

function startOf(element: Element): Readonly<Record<string, unknown>> {
  return {
    selected_option: element['initial_option'],
    selected_options: element['initial_options'],
    selected_user: element['initial_user'],
    selected_date: element['initial_date'],
    selected_time: element['initial_time'],
    value: element['initial_value'],
  };
}
