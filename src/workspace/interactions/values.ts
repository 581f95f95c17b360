import type { Block, Submit } from '../api.ts';
import { placedElements, type Element } from '../blocks/inspect.ts';

/** What a person chose or typed in one element, in the words of Slack's payloads. */
export type ElementValue = Readonly<Record<string, unknown>>;
/** By block id and action id, as view.state.values. */
export type Values = Submit['values'];
type Said = Readonly<Record<string, unknown>>;

type FileOf = (id: string) => Readonly<Record<string, unknown>> | undefined;

/** The value as Slack would report it, or undefined when the element does not offer what was said. */
export function readValue(element: Element, spoken: unknown, fileOf: FileOf): ElementValue | undefined {
  const said = asRecord(spoken);
  switch (element.type) {
    case 'button':
      return pick(element, ['text', 'value', 'style', 'url']);
    case 'overflow':
    case 'static_select':
    case 'radio_buttons':
      return readOne(element, said['selected_option']);
    case 'multi_static_select':
    case 'checkboxes':
      return readMany(element, said['selected_options']);
    case 'users_select':
      return readText('selected_user', said, /^[UW][A-Z0-9]+$/);
    case 'datepicker':
      return readText('selected_date', said, /^\d{4}-\d{2}-\d{2}$/);
    case 'timepicker':
      return readText('selected_time', said, /^\d{2}:\d{2}$/);
    case 'file_input':
      return readFiles(said['files'], fileOf);
    default:
      return readText('value', said, /^[^\0]*$/);
  }
}

/** The values of every stateful element: what was said, else what it starts with. */
export function stateValues(blocks: readonly Block[], said: Values, fileOf: FileOf): Values {
  const values: Record<string, Record<string, ElementValue>> = {};
  for (const { block, element } of placedElements(blocks)) {
    if (element.type === 'button' || element.type === 'overflow') continue;
    const spoken = said[String(block.block_id)]?.[element.action_id];
    const value = spoken === undefined ? undefined : readValue(element, spoken, fileOf);
    const ofBlock = (values[String(block.block_id)] ??= {});
    ofBlock[element.action_id] = { type: element.type, ...(value ?? initialValue(element)) };
  }
  return values;
}

export function isEmpty(value: ElementValue | undefined): boolean {
  const { type: _type, ...fields } = value ?? {};
  return Object.values(fields).every(
    (field) =>
      field === null || field === undefined || field === '' || (Array.isArray(field) && field.length === 0),
  );
}

function initialValue(element: Element): ElementValue {
  switch (element.type) {
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: element['initial_option'] ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: element['initial_options'] ?? [] };
    case 'users_select':
      return { selected_user: element['initial_user'] ?? null };
    case 'datepicker':
      return { selected_date: element['initial_date'] ?? null };
    case 'timepicker':
      return { selected_time: element['initial_time'] ?? null };
    case 'file_input':
      return { files: [] };
    default:
      return { value: element['initial_value'] ?? null };
  }
}

function readOne(element: Element, said: unknown): ElementValue | undefined {
  if (said === null || said === undefined) return { selected_option: null };
  const option = offered(element, said);
  return option && { selected_option: option };
}

function readMany(element: Element, said: unknown): ElementValue | undefined {
  const options = (Array.isArray(said) ? said : []).map((each: unknown) => offered(element, each));
  return options.includes(undefined) ? undefined : { selected_options: options };
}

function asRecord(value: unknown): Said {
  return typeof value === 'object' && value !== null ? (value as Said) : {};
}

function offered(element: Element, said: unknown): object | undefined {
  const value = typeof said === 'object' && said !== null && 'value' in said ? said.value : undefined;
  return (element['options'] as readonly { readonly value: unknown }[]).find(
    (option) => option.value === value,
  );
}

function readText(field: string, said: Said, form: RegExp): ElementValue | undefined {
  const text = said[field] ?? null;
  if (text === null || text === '') return { [field]: null };
  return typeof text === 'string' && form.test(text) ? { [field]: text } : undefined;
}

function readFiles(said: unknown, fileOf: FileOf): ElementValue | undefined {
  const ids = (Array.isArray(said) ? said : []).map((file: unknown) =>
    typeof file === 'object' && file !== null && 'id' in file ? String(file.id) : String(file),
  );
  const files = ids.map(fileOf);
  return files.includes(undefined) ? undefined : { files };
}

function pick(element: Element, keys: readonly string[]): ElementValue {
  return Object.fromEntries(keys.flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]]])));
}
