import type { ImageBlock } from '@slack/types';
import type { Part } from '../../types.ts';
import { fitting, LIMITS } from '../limits.ts';
import { plainText, visible } from './plain.ts';

/** Slack's file ids of pictures, by the picture's key. */
export type FileIds = ReadonlyMap<string, string>;

export const NO_FILES: FileIds = new Map();

/** A picture that lies with Slack already; nothing for one that does not. */
export function picture(
  part: Extract<Part, { kind: 'picture' }>,
  files: FileIds,
): readonly ImageBlock[] | undefined {
  const id = files.get(part.picture.key);
  if (id === undefined) return undefined;
  return [
    {
      type: 'image',
      slack_file: { id },
      alt_text: fitting('A picture’s description', visible(part.alt), LIMITS.pictureAlt),
      ...(part.title !== undefined && {
        title: plainText('A picture’s title', part.title, LIMITS.pictureTitle),
      }),
    },
  ];
}
