/** Something wrong with a ladder, and where: `['steps', 3, 'offset']`. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** "steps[3].offset"; steps are counted from 0, as in the file's own terms. */
export function placeWords(path: Fault['path']): string {
  const words = path.map((part, index) =>
    typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
  );
  return words.length === 0 ? 'the ladder' : words.join('');
}
