/** Something wrong with a ladder, and where: `['steps', 3, 'offset']`. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** "step 4, offset": people count from 1. */
export function placeWords(path: Fault['path']): string {
  const words = path.flatMap((part, index): readonly string[] => {
    const next = path[index + 1];
    if (typeof part === 'number') return [];
    const name = part === 'steps' && next !== undefined ? 'step' : part;
    return [typeof next === 'number' ? `${name} ${next + 1}` : name];
  });
  return words.length === 0 ? 'the ladder' : words.join(', ');
}
