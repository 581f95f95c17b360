import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** Slack's composition objects: text, options, the confirmation dialog. */

export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
}

export function mrkdwn(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

export const id = z.string().min(1).max(LIMITS.id);

const optionValue = z.string().min(1).max(LIMITS.optionValue);

/** Options of menus: plain text only. */
export const menuOption = z.strictObject({
  text: plainText(LIMITS.optionText),
  value: optionValue,
  description: plainText(LIMITS.optionText).optional(),
});

export const overflowOption = menuOption.extend({ url: z.string().max(LIMITS.url).optional() });

/** Options of check boxes and radio buttons: formatted text too. */
export const choiceOption = z.strictObject({
  text: anyText(LIMITS.optionText),
  value: optionValue,
  description: anyText(LIMITS.optionText).optional(),
});

export const confirm = z.strictObject({
  title: plainText(LIMITS.confirmTitle),
  text: anyText(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton),
  deny: plainText(LIMITS.confirmButton),
  style: z.enum(['primary', 'danger']).optional(),
});

export const placeholder = plainText(LIMITS.placeholder);
