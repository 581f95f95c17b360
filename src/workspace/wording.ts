import type { Block } from './api.ts';
import { textsOf, type Element, type Placed } from './blocks/inspect.ts';
import { allUsers } from './people.ts';
import type { Site } from './site.ts';

/**
 * What a person calls a control: its caption or field label (its block id and action id do too); where several rows
 * have the same one, the row by some of its text.
 */
export type Wording = string | { readonly label: string; readonly row: string };

/** The one control that is called so; throws with what there is. */
export function findControl(placed: readonly Placed[], what: Wording): Placed {
  const { label, row } = typeof what === 'string' ? { label: what, row: '' } : what;
  const inRow = placed.filter(({ block }) => row === '' || textsOf(block).some((text) => text.includes(row)));
  const found = inRow.filter(({ block, element }) =>
    [titleOf(block, element), block.block_id, element.action_id].includes(label),
  );
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  const offered = inRow.map(({ block, element }) => titleOf(block, element) ?? element.action_id).join(', ');
  throw new Error(`${found.length} controls are called "${label}"; there are: ${offered || 'none'}`);
}

function titleOf(block: Block, element: Element): string | undefined {
  return textOf(block['label']) ?? textOf(element['text']) ?? textOf(element['placeholder']);
}

/** What a person chose, in the words of Slack's payloads; options and people may be named as they are shown. */
export function sayFor(
  site: Site,
  element: Element,
  said: string | readonly string[],
): Record<string, unknown> {
  const many = typeof said === 'string' ? [said] : said;
  const one = many[0] ?? '';
  switch (element.type) {
    case 'button':
      return {};
    case 'overflow':
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: one === '' ? null : optionCalled(element, one) };
    case 'multi_static_select':
    case 'checkboxes':
      return {
        selected_options: many.filter((each) => each !== '').map((each) => optionCalled(element, each)),
      };
    case 'users_select':
      return { selected_user: allUsers(site).find((user) => user.name === one)?.id ?? one };
    case 'datepicker':
      return { selected_date: one };
    case 'timepicker':
      return { selected_time: one };
    case 'file_input':
      return { files: many };
    default:
      return { value: one };
  }
}

function optionCalled(element: Element, said: string): unknown {
  const options = element['options'] as readonly { readonly text: unknown; readonly value: string }[];
  const found = options.find((option) => option.value === said || textOf(option.text) === said);
  if (found) return found;
  throw new Error(
    `"${said}" is not offered; there are: ${options.map((option) => textOf(option.text)).join(', ')}`,
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : undefined;
}
