import type {
  ActionsBlock,
  AlertBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  ImageBlock,
  ImageElement,
  InputBlock,
  Overflow,
  RichTextBlock,
  SectionBlock,
  TableBlock,
} from '@slack/types';
import type { Block } from '../../api.ts';
import type { Stateful } from '../elements/values.ts';

/** What the server lets through (../../blocks/layout.ts); the views below are exhaustive over it. */
export type ShownBlock =
  | ActionsBlock
  | AlertBlock
  | ContextBlock
  | DividerBlock
  | HeaderBlock
  | ImageBlock
  | InputBlock
  | RichTextBlock
  | SectionBlock
  | TableBlock;

export type ShownElement = Button | ImageElement | Overflow | Stateful;

/** The server has checked the blocks against Slack's rules, so here they may be taken for what they say they are. */
export const shownBlock = (block: Block): ShownBlock => block as unknown as ShownBlock;

export const shownElement = (element: { readonly type: string }): ShownElement => element as ShownElement;

/** The elements in a block that hold a value, in a form. */
export function statefulElements(block: ShownBlock): readonly Stateful[] {
  switch (block.type) {
    case 'input':
      return [shownElement(block.element)].filter(isStateful);
    case 'section':
      return block.accessory === undefined ? [] : [shownElement(block.accessory)].filter(isStateful);
    case 'actions':
      return block.elements.map(shownElement).filter(isStateful);
    case 'alert':
    case 'context':
    case 'divider':
    case 'header':
    case 'image':
    case 'rich_text':
    case 'table':
      return [];
  }
}

const STATEFUL: ReadonlySet<string> = new Set<Stateful['type']>([
  'checkboxes',
  'datepicker',
  'multi_static_select',
  'number_input',
  'plain_text_input',
  'radio_buttons',
  'static_select',
  'timepicker',
  'users_select',
]);

const isStateful = (element: ShownElement): element is Stateful => STATEFUL.has(element.type);
