import { atPointer } from './issues.ts';

/** A place in blocks that shows a picture out of a file. */
export interface FileReference {
  readonly file: { readonly id?: string; readonly url?: string };
  readonly path: readonly PropertyKey[];
}

/** Every `slack_file` in blocks that were checked for their form, with its place. */
export function fileReferences(value: unknown, path: readonly PropertyKey[] = []): readonly FileReference[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, key];
    return key === 'slack_file'
      ? [{ file: inner as FileReference['file'], path: place }]
      : fileReferences(inner, place);
  });
}

/** Slack's words for a file that is unknown, no picture, or not processed yet. */
export const invalidFile = ({ path }: FileReference, root: string): string =>
  atPointer('invalid slack file', root, path);
