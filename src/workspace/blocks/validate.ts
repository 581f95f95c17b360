import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Block } from '../api.ts';
import { LIMITS } from '../limits.ts';
import { plainText } from './composition.ts';
import { elementsOf, textsOf } from './inspect.ts';
import { atPointer, slackIssue } from './issues.ts';
import { SURFACE_BLOCKS, type Surface } from './layout.ts';

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `code` is Slack's when the flaw has a name of its own; messages say where. */
  | { readonly ok: false; readonly code?: string; readonly messages: readonly string[] };

/** Blocks as Slack would keep them, every block and element with an id; or what Slack would say against them. */
export function checkBlocks(value: unknown, surface: Surface, root = '/blocks'): Checked<readonly Block[]> {
  const max = surface === 'message' ? LIMITS.messageBlocks : LIMITS.viewBlocks;
  const parsed = z.array(SURFACE_BLOCKS[surface]).max(max).safeParse(value);
  if (!parsed.success)
    return { ok: false, messages: parsed.error.issues.map((issue) => slackIssue(issue, root, value)) };
  const blocks = withIds(parsed.data as readonly Block[]);
  const refused =
    refuseDuplicates(blocks, root) ?? (surface === 'message' ? refuseTotals(blocks) : undefined);
  return refused ?? { ok: true, value: tableLast(blocks) };
}

const viewFrame = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(LIMITS.viewPrivateMetadata).optional(),
  callback_id: z.string().max(LIMITS.id).optional(),
  external_id: z.string().max(LIMITS.id).optional(),
};
const viewText = plainText(LIMITS.viewTitle);
const modal = z.strictObject({
  type: z.literal('modal'),
  ...viewFrame,
  title: viewText,
  submit: viewText.optional(),
  close: viewText.optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});
const home = z.strictObject({ type: z.literal('home'), ...viewFrame });

export type CheckedView = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly blocks: readonly Block[];
};

export function checkView(value: unknown, surface: 'modal' | 'home'): Checked<CheckedView> {
  const parsed = (surface === 'modal' ? modal : home).safeParse(value);
  if (!parsed.success)
    return { ok: false, messages: parsed.error.issues.map((issue) => slackIssue(issue, '/view', value)) };
  const blocks = checkBlocks(parsed.data.blocks, surface, '/view/blocks');
  if (!blocks.ok) return blocks;
  if (JSON.stringify(value).length > LIMITS.viewBytes)
    return { ok: false, code: 'view_too_large', messages: [] };
  const hasInputs = blocks.value.some(({ type }) => type === 'input');
  if (parsed.data.type === 'modal' && hasInputs && parsed.data.submit === undefined)
    return { ok: false, messages: [atPointer('missing required field: submit', '/view')] };
  return { ok: true, value: { ...parsed.data, blocks: blocks.value } };
}

/** Slack shows a table below everything else of its message, wherever it was put. */
function tableLast(blocks: readonly Block[]): readonly Block[] {
  return [...blocks.filter(({ type }) => type !== 'table'), ...blocks.filter(({ type }) => type === 'table')];
}

function refuseDuplicates(blocks: readonly Block[], root: string): Checked<never> | undefined {
  const messages = [
    ...repeated(blocks.map((block) => block.block_id)).map((index) =>
      atPointer('block_id needs to be unique', root, [index, 'block_id']),
    ),
    ...blocks.flatMap((block, index) =>
      repeated(elementsOf(block).map((element) => element.action_id)).map((place) =>
        atPointer('action_id needs to be unique within its block', root, [
          index,
          'elements',
          place,
          'action_id',
        ]),
      ),
    ),
  ];
  return messages.length > 0 ? { ok: false, messages } : undefined;
}

function repeated(ids: readonly unknown[]): readonly number[] {
  return ids.flatMap((id, index) => (id !== undefined && ids.indexOf(id) < index ? [index] : []));
}

function refuseTotals(blocks: readonly Block[]): Checked<never> | undefined {
  const tables = blocks.filter(({ type }) => type === 'table');
  if (tables.length > 1)
    return { ok: false, code: 'invalid_attachments', messages: ['only_one_table_allowed'] };
  if (lengthOf(tables) > LIMITS.tableText)
    return { ok: false, messages: [`tables must be less than ${LIMITS.tableText + 1} characters`] };
  const others = blocks.filter(({ type }) => type !== 'table');
  if (lengthOf(others) > LIMITS.messageBlocksText)
    return { ok: false, code: 'msg_blocks_too_long', messages: [] };
  return undefined;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.flatMap(textsOf).reduce((total, text) => total + text.length, 0);
}

function withIds(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => ({ ...nameElements(block), block_id: block.block_id ?? shortId() }));
}

function nameElements(block: Block): Block {
  const named = (element: unknown): unknown =>
    typeof element === 'object' && element !== null && isInteractive(element)
      ? { action_id: shortId(), ...element }
      : element;
  return {
    ...block,
    ...(block.type === 'actions' ? { elements: (block['elements'] as readonly unknown[]).map(named) } : {}),
    ...('accessory' in block ? { accessory: named(block['accessory']) } : {}),
    ...('element' in block ? { element: named(block['element']) } : {}),
  };
}

function isInteractive(element: object): boolean {
  return 'type' in element && element.type !== 'image';
}

/** Slack names what the app did not. */
function shortId(): string {
  return randomBytes(4).toString('base64url');
}
