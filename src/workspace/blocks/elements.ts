import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import {
  choiceOption,
  confirm,
  id,
  menuOption,
  overflowOption,
  placeholder,
  plainText,
} from './composition.ts';

const action = { action_id: id.optional() };
const confirmable = { ...action, confirm: confirm.optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const hinted = { placeholder: placeholder.optional() };

interface Option {
  readonly value: string;
}

/** Slack refuses a preselected option that is not one of the options. */
function offers(options: readonly Option[] | undefined, initial: readonly Option[]): boolean {
  return initial.every(({ value }) => (options ?? []).some((option) => option.value === value));
}

const NOT_OFFERED = { error: 'initial option is not among the options' };

export const button = z.strictObject({
  type: z.literal('button'),
  ...confirmable,
  text: plainText(LIMITS.buttonText),
  value: z.string().max(LIMITS.buttonValue).optional(),
  url: z.string().max(LIMITS.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(LIMITS.buttonText).optional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...confirmable,
  options: z.array(overflowOption).min(1).max(LIMITS.overflowOptions),
});

const menu = { ...confirmable, ...focusable, ...hinted };
const menuOptions = z.array(menuOption).min(1).max(LIMITS.selectOptions);

export const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...menu,
    options: menuOptions,
    initial_option: menuOption.optional(),
  })
  .refine(
    (select) => offers(select.options, select.initial_option ? [select.initial_option] : []),
    NOT_OFFERED,
  );

export const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    options: menuOptions,
    initial_options: z.array(menuOption).min(1).optional(),
    max_selected_items: z.int().min(1).optional(),
  })
  .refine((select) => offers(select.options, select.initial_options ?? []), NOT_OFFERED);

export const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...menu,
  initial_user: z.string().optional(),
});

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...menu,
  initial_date: z.iso.date().optional(),
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...menu,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  timezone: z.string().optional(),
});

const choices = z.array(choiceOption).min(1).max(LIMITS.choiceOptions);

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...confirmable,
    ...focusable,
    options: choices,
    initial_options: z.array(choiceOption).min(1).optional(),
  })
  .refine((boxes) => offers(boxes.options, boxes.initial_options ?? []), NOT_OFFERED);

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...confirmable,
    ...focusable,
    options: choices,
    initial_option: choiceOption.optional(),
  })
  .refine((radio) => offers(radio.options, radio.initial_option ? [radio.initial_option] : []), NOT_OFFERED);

const typed = {
  ...action,
  ...focusable,
  ...hinted,
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])) })
    .optional(),
};

export const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typed,
  initial_value: z.string().max(LIMITS.inputLength).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(LIMITS.inputLength).optional(),
  max_length: z.int().min(1).max(LIMITS.inputLength).optional(),
});

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

export const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: decimal.optional(),
  min_value: decimal.optional(),
  max_value: decimal.optional(),
});

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...action,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.int().min(1).max(LIMITS.inputFiles).optional(),
});

const imageSource = {
  image_url: z.string().max(LIMITS.imageUrl).optional(),
  slack_file: z
    .union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string().max(LIMITS.imageUrl) })])
    .optional(),
};

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageSource, alt_text: z.string().max(LIMITS.altText) })
  .refine(hasOneSource, { error: 'provide either image_url or slack_file' });

export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    block_id: id.optional(),
    ...imageSource,
    alt_text: z.string().max(LIMITS.altText),
    title: plainText(LIMITS.label).optional(),
  })
  .refine(hasOneSource, { error: 'provide either image_url or slack_file' });

function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}
