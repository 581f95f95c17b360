import type { KnownBlock } from '@slack/types';
import type { Part, Text } from '../../types.ts';
import { LIMITS } from '../limits.ts';
import { accessory, actionsBlocks, type TokenOf } from './buttons.ts';
import { labelled, textObject } from './mrkdwn.ts';
import { type FileIds, picture } from './picture.ts';
import { richText } from './rich-text.ts';
import { table } from './table.ts';

export interface Place {
  readonly tokenOf: TokenOf;
  /** Whether Slack's own table may still stand here. */
  readonly nativeTable: boolean;
  readonly files: FileIds;
}

/** The blocks of one part: none when there is nothing to see. */
export function partBlocks(part: Part, place: Place): readonly KnownBlock[] {
  switch (part.kind) {
    case 'text':
      return richText(part.text);
    case 'small':
      return small(part.text);
    case 'fields':
      return fields(part.fields);
    case 'row':
      return row(part.text, accessory(part.buttons, place.tokenOf));
    case 'buttons':
      return actionsBlocks(part.buttons, part.more ?? [], place.tokenOf);
    case 'table':
      return table(part, place.nativeTable);
    case 'picture':
      return picture(part, place.files) ?? small(part.alt);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

function small(text: Text): readonly KnownBlock[] {
  if (richText(text).length === 0) return [];
  return [{ type: 'context', elements: [textObject('A small line', text, LIMITS.contextText)] }];
}

function row(text: Text, control: ReturnType<typeof accessory>): readonly KnownBlock[] {
  return [
    {
      type: 'section',
      text: textObject('A line', text, LIMITS.sectionText),
      ...(control && { accessory: control }),
    },
  ];
}

function fields(pairs: readonly { readonly label: string; readonly value: Text }[]): readonly KnownBlock[] {
  if (pairs.length === 0) return [];
  const texts = pairs
    .slice(0, LIMITS.fields)
    .map(({ label, value }) => labelled('A field', label, value, LIMITS.fieldText));
  return [{ type: 'section', fields: texts }, ...fields(pairs.slice(LIMITS.fields))];
}
