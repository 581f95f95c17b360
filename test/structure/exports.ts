import { targetOf, type Sources } from './check.ts';
import { mentionsIn } from './mentions.ts';
import { nameOf, nodeAt, nodesAt, statementsIn, type Node } from './syntax.ts';

/** What one file offers to others. */
interface Offer {
  readonly path: string;
  readonly name: string;
}

/**
 * Values that a source exports and no file takes, one `path: name` each: dead code, or an export too many. Types are
 * left out, as they often stand in the signature of a function that is taken.
 */
export function unusedExports(sources: Sources, takers: Sources): readonly string[] {
  const taken = new Set([...takers].flatMap(([path, text]) => takenBy(path, text)));
  const offers = [...sources].flatMap(([path, text]) => offersOf(path, text));
  const unused = offers.filter(
    ({ path, name }) => !taken.has(`${path}: ${name}`) && !taken.has(`${path}: *`),
  );
  return unused.map(({ path, name }) => `${path}: ${name}`);
}

function takenBy(path: string, text: string): readonly string[] {
  return mentionsIn(path, text).flatMap(({ specifier, names }) => {
    const target = targetOf(path, specifier);
    return target === undefined ? [] : names.map((name) => `${target}: ${name}`);
  });
}

function offersOf(path: string, text: string): readonly Offer[] {
  const exports = statementsIn(path, text).filter(({ type }) => type === 'ExportNamedDeclaration');
  return exports.flatMap((node) => declaredIn(node).map((name) => ({ path, name })));
}

function declaredIn(node: Node): readonly string[] {
  const declaration = nodeAt(node, 'declaration');
  switch (declaration?.type) {
    case 'VariableDeclaration':
      return namesOf(nodesAt(declaration, 'declarations'));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return namesOf([declaration]);
    default:
      return [];
  }
}

const namesOf = (nodes: readonly Node[]): readonly string[] =>
  nodes.map((each) => nameOf(nodeAt(each, 'id'))).filter((name) => name !== undefined);
