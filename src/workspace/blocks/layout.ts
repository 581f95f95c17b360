import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { anyText, id, mrkdwn, plainText } from './composition.ts';
import * as element from './elements.ts';
import { richText } from './rich-text.ts';

/** Slack's layout blocks, each as strict as Slack: an unknown field is an error. */

const anyBlock = { block_id: id.optional() };

/** What is chosen from, in a message as in a form. */
const choosable = [
  element.staticSelect,
  element.multiStaticSelect,
  element.usersSelect,
  element.datepicker,
  element.timepicker,
  element.checkboxes,
  element.radioButtons,
] as const;

const pressable = [element.button, element.overflow, ...choosable] as const;

const fillable = [element.plainTextInput, element.numberInput, ...choosable] as const;

const section = z
  .strictObject({
    type: z.literal('section'),
    ...anyBlock,
    text: anyText(LIMITS.text).optional(),
    fields: z.array(anyText(LIMITS.fieldText)).min(1).max(LIMITS.fields).optional(),
    accessory: z.discriminatedUnion('type', [...pressable, element.imageElement]).optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    error: 'missing required field: text',
  });

const header = z.strictObject({ type: z.literal('header'), ...anyBlock, text: plainText(LIMITS.header) });

const divider = z.strictObject({ type: z.literal('divider'), ...anyBlock });

const context = z.strictObject({
  type: z.literal('context'),
  ...anyBlock,
  elements: z
    .array(z.discriminatedUnion('type', [plainText(LIMITS.text), mrkdwn(LIMITS.text), element.imageElement]))
    .min(1)
    .max(LIMITS.contextElements),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  ...anyBlock,
  elements: z.array(z.discriminatedUnion('type', pressable)).min(1).max(LIMITS.actionsElements),
});

const inputFrame = {
  type: z.literal('input'),
  ...anyBlock,
  label: plainText(LIMITS.label),
  hint: plainText(LIMITS.label).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
};

const input = z.strictObject({ ...inputFrame, element: z.discriminatedUnion('type', fillable) });

const modalInput = z.strictObject({
  ...inputFrame,
  element: z.discriminatedUnion('type', [...fillable, element.fileInput]),
});

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richText,
]);

const table = z.strictObject({
  type: z.literal('table'),
  ...anyBlock,
  rows: z.array(z.array(cell).min(1).max(LIMITS.tableColumns)).min(1).max(LIMITS.tableRows),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(LIMITS.tableColumns)
    .optional(),
});

const alert = z.strictObject({
  type: z.literal('alert'),
  ...anyBlock,
  text: anyText(LIMITS.text),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const everywhere = [section, header, divider, context, actions, element.imageBlock, richText] as const;

/** Where blocks appear decides which are allowed: tables in messages only, alerts and file inputs in modals only. */
export const SURFACE_BLOCKS = {
  message: z.discriminatedUnion('type', [...everywhere, input, table]),
  modal: z.discriminatedUnion('type', [...everywhere, modalInput, alert]),
  home: z.discriminatedUnion('type', [...everywhere, input]),
} as const;

export type Surface = keyof typeof SURFACE_BLOCKS;
