import type {
  Checkboxes,
  Datepicker,
  MultiStaticSelect,
  NumberInput,
  Option,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
  Timepicker,
  UsersSelect,
} from '@slack/types';

/** An element that holds a value. */
export type Stateful =
  | Checkboxes
  | Datepicker
  | MultiStaticSelect
  | NumberInput
  | PlainTextInput
  | RadioButtons
  | StaticSelect
  | Timepicker
  | UsersSelect;

/** What stands in the element: its text, day, person or option value; a list where several can be chosen. */
export type Picked = string | readonly string[];

export function initially(element: Stateful): Picked {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return element.initial_value ?? '';
    case 'static_select':
    case 'radio_buttons':
      return element.initial_option?.value ?? '';
    case 'checkboxes':
    case 'multi_static_select':
      return (element.initial_options ?? []).map((option) => option.value ?? '');
    case 'users_select':
      return element.initial_user ?? '';
    case 'datepicker':
      return element.initial_date ?? '';
    case 'timepicker':
      return element.initial_time ?? '';
  }
}

/** Slack's value object, as it stands in a view's state and in an action's payload. */
export function slackValue(element: Stateful, picked: Picked): Readonly<Record<string, unknown>> {
  const { type } = element;
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return { type, value: orNull(picked) };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: chosenOptions(element, picked)[0] ?? null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: chosenOptions(element, picked) };
    case 'users_select':
      return { type, selected_user: orNull(picked) };
    case 'datepicker':
      return { type, selected_date: orNull(picked) };
    case 'timepicker':
      return { type, selected_time: orNull(picked) };
  }
}

/** Options come ungrouped: the server refuses groups. */
type Choice = Checkboxes | MultiStaticSelect | RadioButtons | StaticSelect;

function chosenOptions(element: Choice, picked: Picked): readonly Option[] {
  const values = listed(picked);
  const options: readonly Option[] = element.options ?? [];
  return options.filter((option) => values.includes(option.value ?? ''));
}

/** Nothing chosen is an empty list. */
export function listed(picked: Picked): readonly string[] {
  if (typeof picked !== 'string') return picked;
  return picked === '' ? [] : [picked];
}

const orNull = (picked: Picked): string | null => listed(picked)[0] ?? null;
