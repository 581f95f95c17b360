import type { Block } from './api.ts';
import { fileReferences, invalidFile } from './blocks/slack-files.ts';
import { checkBlocks, checkView, type CheckedView } from './blocks/validate.ts';
import { LIMITS } from './limits.ts';
import { normaliseText } from './markup.ts';
import type { Site } from './site.ts';
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
  site: Site,
  said: { readonly text?: unknown; readonly blocks?: unknown },
  allowEmpty = false,
): Content {
  const text = typeof said.text === 'string' ? said.text : '';
  if (text.length > LIMITS.messageText) throw new ApiError('msg_too_long');
  const blocks = readBlocks(site, said.blocks);
  if (!text.trim() && blocks.length === 0 && !allowEmpty) throw new ApiError('no_text');
  return { text: normaliseText(text), ...(blocks.length > 0 ? { blocks } : {}) };
}

/** A view, checked; throws `invalid_arguments` with the places, or `view_too_large`. */
export function readView(site: Site, said: unknown, surface: 'modal' | 'home'): CheckedView {
  const checked = checkView(said, surface);
  if (!checked.ok) throw new ApiError(checked.code ?? 'invalid_arguments', checked.messages);
  refuseFiles(site, checked.value.blocks, { code: 'invalid_arguments', root: '/view/blocks' });
  return checked.value;
}

function readBlocks(site: Site, said: unknown): readonly Block[] {
  if (said === undefined || said === null || said === '') return [];
  if (!Array.isArray(said)) throw new ApiError('invalid_blocks_format');
  const checked = checkBlocks(said, 'message');
  if (!checked.ok) throw new ApiError(checked.code ?? 'invalid_blocks', checked.messages);
  refuseFiles(site, checked.value, { code: 'invalid_blocks', root: '/blocks' });
  return checked.value;
}

const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** Pictures come from complete files that are pictures; a fault ordered for `slack_file` is one still in processing. */
function refuseFiles(
  { store, faults }: Site,
  blocks: readonly Block[],
  { code, root }: { readonly code: string; readonly root: string },
): void {
  const refused = fileReferences(blocks).filter(({ file }) => {
    const id = file.id ?? /-(F[A-Z0-9]+)\//.exec(file.url ?? '')?.[1] ?? '';
    const isPicture = PICTURES.has(store.state.files.get(id)?.mimetype ?? '');
    return !isPicture || faults.take('slack_file') !== undefined;
  });
  if (refused.length > 0)
    throw new ApiError(
      code,
      refused.map((reference) => invalidFile(reference, root)),
    );
}
