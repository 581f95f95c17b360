import type { Block } from '../api.ts';

/** An interactive element of a block, as it was checked. */
export type Element = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly action_id: string;
};

export interface Placed {
  readonly block: Block;
  readonly element: Element;
}

/** The elements of a block that a person can press or fill in. */
export function elementsOf(block: Block): readonly Element[] {
  const elements = block.type === 'actions' ? (block['elements'] as readonly unknown[]) : [];
  return [...elements, block['accessory'], block['element']].filter(isElement);
}

export function placedElements(blocks: readonly Block[]): readonly Placed[] {
  return blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
}

export function findElement(
  blocks: readonly Block[],
  blockId: unknown,
  actionId: unknown,
): Placed | undefined {
  return placedElements(blocks).find(
    ({ block, element }) => block.block_id === blockId && element.action_id === actionId,
  );
}

/** Every text a block shows, formatted or not, in reading order. */
export function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'text' || key === 'alt_text') && typeof inner === 'string' ? [inner] : textsOf(inner),
  );
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'type' in value && value.type !== 'image';
}
