import type { Block } from './api.ts';
import type { Element } from './blocks/inspect.ts';
import { allUsers } from './people.ts';
import type { Site } from './site.ts';

/** What a person would call a control: its caption, or the label of its field. */
export function titleOf(block: Block, element: Element): string | undefined {
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
