import type { Block } from './api.ts';
import { checkBlocks, checkView, type CheckedView } from './blocks/validate.ts';
import { LIMITS } from './limits.ts';
import { normaliseText } from './markup.ts';
import { ApiError } from './web-api/errors.ts';

export interface Content {
  readonly text: string;
  readonly blocks?: readonly Block[];
}

/**
 * What a message says, checked as Slack checks it. Throws `no_text`, `msg_too_long`, `invalid_blocks`,
 * `invalid_blocks_format`, `msg_blocks_too_long`, `invalid_attachments`.
 */
export function readContent(
  said: { readonly text?: unknown; readonly blocks?: unknown },
  allowEmpty = false,
): Content {
  const text = typeof said.text === 'string' ? said.text : '';
  if (text.length > LIMITS.messageText) throw new ApiError('msg_too_long');
  const blocks = readBlocks(said.blocks);
  if (!text.trim() && blocks.length === 0 && !allowEmpty) throw new ApiError('no_text');
  return { text: normaliseText(text), ...(blocks.length > 0 ? { blocks } : {}) };
}

/** A view, checked; throws `invalid_arguments` with the places, or `view_too_large`. */
export function readView(said: unknown, surface: 'modal' | 'home'): CheckedView {
  const checked = checkView(said, surface);
  if (checked.ok) return checked.value;
  throw new ApiError(checked.code ?? 'invalid_arguments', checked.messages);
}

function readBlocks(said: unknown): readonly Block[] {
  if (said === undefined || said === null || said === '') return [];
  if (!Array.isArray(said)) throw new ApiError('invalid_blocks_format');
  const checked = checkBlocks(said, 'message');
  if (checked.ok) return checked.value;
  throw new ApiError(checked.code ?? 'invalid_blocks', checked.messages);
}
