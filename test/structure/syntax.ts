import { parseSync } from 'vite';

export type Node = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly start: number;
  readonly end: number;
};

/** A node where it stands: below which one, and under which of its keys. */
export interface Place {
  readonly node: Node;
  readonly above: Place | undefined;
  readonly key: string;
}

/**
 * Every node of a TypeScript source, types included, outer ones first. It is parsed and not searched as text, so that
 * a comment or a string cannot look like an import and an odd line break cannot hide one.
 */
export function placesIn(path: string, text: string): readonly Place[] {
  const places: Place[] = [];
  const program = programOf(path, text);
  if (program !== undefined) walk({ node: program, above: undefined, key: '' }, places);
  return places;
}

/** The statements of a TypeScript source, without what is inside of them. */
export function statementsIn(path: string, text: string): readonly Node[] {
  const program = programOf(path, text);
  return program === undefined ? [] : nodesAt(program, 'body');
}

function programOf(path: string, text: string): Node | undefined {
  const { program, errors } = parseSync(path, text, { sourceType: 'module' });
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  return isNode(program) ? program : undefined;
}

export function lineAt(text: string, node: Node): number {
  return text.slice(0, node.start).split('\n').length;
}

/** The child nodes under a key. */
export function nodesAt(node: Node, key: string): readonly Node[] {
  return [node[key]].flat().filter(isNode);
}

export function nodeAt(node: Node, key: string): Node | undefined {
  return nodesAt(node, key)[0];
}

/** The name of an identifier, the text of a string literal. */
export function nameOf(node: Node | undefined): string | undefined {
  const name = node?.['name'] ?? node?.['value'];
  return typeof name === 'string' ? name : undefined;
}

/** Into one list: a generator in a generator for each level is most of the time that a tree of this size takes. */
function walk(place: Place, places: Place[]): void {
  places.push(place);
  for (const key of Object.keys(place.node)) {
    for (const node of nodesAt(place.node, key)) walk({ node, above: place, key }, places);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
