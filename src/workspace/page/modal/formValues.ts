import type { Block, Submit } from '../../api.ts';
import { shownBlock, statefulElements } from '../blocks/kit.ts';
import { complaint } from '../elements/complaint.ts';
import { elementKey } from '../elements/surface.ts';
import { initially, type Picked, slackValue, type Stateful } from '../elements/values.ts';

type AllPicked = Readonly<Record<string, Picked>>;

/** Slack's `view.state.values`: every element that holds a value, touched or not. */
export function collectValues(blocks: readonly Block[], picked: AllPicked): Submit['values'] {
  const values: Record<string, Record<string, unknown>> = {};
  for (const { block_id = '', element } of fields(blocks)) {
    values[block_id] = {
      ...values[block_id],
      [element.action_id ?? '']: slackValue(element, standing(block_id, element, picked)),
    };
  }
  return values;
}

/** By block id, what must be mended before the form may be sent. Only input blocks are checked, as in Slack. */
export function findComplaints(
  blocks: readonly Block[],
  picked: AllPicked,
): Readonly<Record<string, string>> {
  const found = fields(blocks).flatMap(({ block_id = '', element, isInput, isOptional }) => {
    const text = isInput ? complaint(element, standing(block_id, element, picked), isOptional) : undefined;
    return text === undefined ? [] : [[block_id, text] as const];
  });
  return Object.fromEntries(found);
}

interface FormField {
  readonly block_id: string | undefined;
  readonly element: Stateful;
  readonly isInput: boolean;
  readonly isOptional: boolean;
}

const fields = (blocks: readonly Block[]): readonly FormField[] =>
  blocks.map(shownBlock).flatMap((block) =>
    statefulElements(block).map((element) => ({
      block_id: block.block_id,
      element,
      isInput: block.type === 'input',
      isOptional: block.type === 'input' && block.optional === true,
    })),
  );

const standing = (blockId: string, element: Stateful, picked: AllPicked): Picked =>
  picked[elementKey(blockId, element.action_id)] ?? initially(element);
