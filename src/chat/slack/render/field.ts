import type { InputBlock, InputBlockElement, PlainTextOption } from '@slack/types';
import { refuse } from '../../refuse.ts';
import type { Field } from '../../types.ts';
import { fitting, fittingCount, LIMITS } from '../limits.ts';
import { plain, plainText } from './plain.ts';

/** Every input's action id: the block id carries the field's name, which is what a submission is read by. */
const VALUE = 'value';

type Choice = Extract<Field, { kind: 'choice' }>;
type Choices = Extract<Field, { kind: 'choices' }>;
type TextField = Extract<Field, { kind: 'text' }>;

/** A field as an input block under the field's name. */
export function fieldBlock(field: Field): InputBlock {
  return {
    type: 'input',
    block_id: fitting('A field’s name', field.name, LIMITS.id),
    label: plainText('A field’s label', field.label, LIMITS.inputLabel),
    ...(field.hint !== undefined && { hint: plainText('A field’s hint', field.hint, LIMITS.inputHint) }),
    ...(field.optional && { optional: true }),
    element: element(field),
  };
}

function element(field: Field): InputBlockElement {
  switch (field.kind) {
    case 'text':
      return textInput(field);
    case 'choice':
      return choice(field);
    case 'choices':
      return choices(field);
    case 'person':
      return {
        type: 'users_select',
        action_id: VALUE,
        ...(field.initial !== undefined && { initial_user: field.initial }),
      };
    case 'date':
      return {
        type: 'datepicker',
        action_id: VALUE,
        ...(field.initial !== undefined && { initial_date: day(field.initial) }),
      };
  }
}

function textInput(field: TextField): InputBlockElement {
  const limit = Math.min(field.maxLength ?? LIMITS.inputLength, LIMITS.inputLength);
  return {
    type: 'plain_text_input',
    action_id: VALUE,
    multiline: field.multiline ?? false,
    max_length: limit,
    ...(field.initial !== undefined && {
      initial_value: fitting('A first value', plain(field.initial), limit),
    }),
  };
}

function choice(field: Choice): InputBlockElement {
  const options = selectOptions(field);
  const chosen = field.initial === undefined ? [] : [offered(field, options, field.initial)];
  return {
    type: 'static_select',
    action_id: VALUE,
    options,
    ...(chosen[0] && { initial_option: chosen[0] }),
  };
}

function choices(field: Choices): InputBlockElement {
  const options = selectOptions(field);
  const chosen = (field.initial ?? []).map((value) => offered(field, options, value));
  return {
    type: 'multi_static_select',
    action_id: VALUE,
    options,
    ...(chosen.length > 0 && { initial_options: chosen }),
  };
}

function selectOptions(field: Choice | Choices): PlainTextOption[] {
  if (field.options.length === 0) {
    refuse(`There is nothing to choose from for “${field.label}”.`);
  }
  return fittingCount(`choices for “${field.label}”`, field.options, LIMITS.selectOptions).map(
    ({ value, label }) => ({
      text: plainText('A choice', label, LIMITS.optionText),
      value: fitting('A choice’s value', value, LIMITS.optionValue),
    }),
  );
}

function offered(field: Field, options: readonly PlainTextOption[], value: string): PlainTextOption {
  const option = options.find((each) => each.value === value);
  if (option) return option;
  return refuse(`“${value}” is chosen for “${field.label}” but not among its choices.`);
}

function day(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return refuse(`“${text}” is not a day of the form YYYY-MM-DD.`);
}
