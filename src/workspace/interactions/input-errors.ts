import type { Block } from '../api.ts';
import { elementsOf, type Element } from '../blocks/inspect.ts';
import { LIMITS } from '../limits.ts';
import type { Site } from '../site.ts';
import { fileOf } from './payloads.ts';
import { isEmpty, readValue, type ElementValue, type Values } from './values.ts';

/** What Slack's client says beside a field before the app hears of the submission; by block id. */
export function inputErrors(
  site: Site,
  blocks: readonly Block[],
  said: Values,
): Readonly<Record<string, string>> {
  const found = blocks
    .filter(({ type }) => type === 'input')
    .flatMap((block) => {
      const [element] = elementsOf(block);
      const error = element && inputError(site, block, element, said);
      return error === undefined ? [] : [[String(block.block_id), error] as const];
    });
  return Object.fromEntries(found);
}

function inputError(site: Site, block: Block, element: Element, said: Values): string | undefined {
  const spoken = said[String(block.block_id)]?.[element.action_id] ?? {};
  const value = readValue(element, spoken, fileOf(site));
  if (value === undefined) return 'This is not one of the choices, or not readable: choose again.';
  if (isEmpty(value)) return block['optional'] === true ? undefined : 'Please complete this required field.';
  return rangeError(element, value);
}

function rangeError(element: Element, value: ElementValue): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return lengthError(element, String(value['value']));
    case 'number_input':
      return numberError(element, String(value['value']));
    case 'multi_static_select':
      return countError(value['selected_options'], element['max_selected_items']);
    case 'file_input':
      return countError(value['files'], element['max_files'] ?? LIMITS.inputFiles);
    default:
      return undefined;
  }
}

function lengthError(element: Element, text: string): string | undefined {
  const min = Number(element['min_length'] ?? 0);
  const max = Number(element['max_length'] ?? LIMITS.inputLength);
  if (text.length < min) return `Enter at least ${min} characters: this has ${text.length}.`;
  return text.length > max ? `Enter at most ${max} characters: this has ${text.length}.` : undefined;
}

function numberError(element: Element, text: string): string | undefined {
  const form = element['is_decimal_allowed'] === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!form.test(text))
    return `"${text}" is not a ${element['is_decimal_allowed'] === true ? '' : 'whole '}number.`;
  const min = Number(element['min_value'] ?? -Infinity);
  const max = Number(element['max_value'] ?? Infinity);
  if (Number(text) < min) return `Enter ${min} or more.`;
  return Number(text) > max ? `Enter ${max} or less.` : undefined;
}

function countError(chosen: unknown, max: unknown): string | undefined {
  const count = Array.isArray(chosen) ? chosen.length : 0;
  return typeof max === 'number' && count > max ? `Choose at most ${max}: you chose ${count}.` : undefined;
}
