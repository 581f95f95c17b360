import { type ReactNode, useMemo } from 'react';
import { Blocks } from './Blocks.tsx';
import type { Block, Message } from '../../api.ts';
import { SurfaceContext } from '../elements/surface.ts';
import { usePresses } from '../elements/usePresses.tsx';
import { Notice } from '../parts/Notice.tsx';

interface Props {
  readonly message: Message;
  readonly blocks: readonly Block[];
}

/** The card of one message; what a press on it met with is said under it. */
export function MessageBlocks({ message, blocks }: Props): ReactNode {
  const { channel, ts } = message;
  const from = useMemo(() => ({ channel, ts }), [channel, ts]);
  const { press, pressing, failure, forget, question } = usePresses(from);
  const surface = useMemo(() => ({ press, pressing }), [press, pressing]);
  return (
    <SurfaceContext value={surface}>
      <div className={isRemark(blocks) ? 'remark' : 'card'}>
        <Blocks blocks={blocks} />
      </div>
      <Notice text={failure} dismiss={forget} />
      {question}
    </SurfaceContext>
  );
}

/** One piece of text needs no frame. */
const isRemark = (blocks: readonly Block[]): boolean =>
  blocks.length === 1 &&
  (blocks[0]?.type === 'rich_text' || blocks[0]?.type === 'context' || isBareSection(blocks[0]));

const isBareSection = (block: Block | undefined): boolean =>
  block?.type === 'section' && !('accessory' in block);
