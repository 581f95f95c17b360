import { nameOf, nodeAt, nodesAt, placesIn, type Node } from './syntax.ts';

/** One mention of another module, whatever form it has. */
export interface Mention {
  readonly how: 'import' | 'type import' | 're-export' | 'dynamic import' | 'require';
  /** Undefined when it is computed; a template with holes is cut at the first one and ends in `*`. */
  readonly specifier: string | undefined;
  /** What is taken from it; `*` for everything. */
  readonly names: readonly string[];
}

const known = new Map<string, readonly Mention[]>();

/** Every mention in a source. They are kept: several tests ask about the same thousand sources. */
export function mentionsIn(path: string, text: string): readonly Mention[] {
  const key = `${path}\n${text}`;
  const found = known.get(key) ?? placesIn(path, text).flatMap(({ node }) => mentionAt(node) ?? []);
  known.set(key, found);
  return found;
}

/** The module that this node mentions, if it does. */
export function mentionAt(node: Node): Mention | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return mention(
        node['importKind'] === 'type' ? 'type import' : 'import',
        nodeAt(node, 'source'),
        namesIn(node),
      );
    case 'ExportAllDeclaration':
      return mention('re-export', nodeAt(node, 'source'));
    case 'ExportNamedDeclaration':
      return node['source'] ? mention('re-export', nodeAt(node, 'source'), namesIn(node)) : undefined;
    case 'ImportExpression':
      return mention('dynamic import', nodeAt(node, 'source'));
    case 'TSImportType':
      return mention('type import', nodeAt(node, 'source'));
    case 'TSExternalModuleReference':
      return mention('require', nodeAt(node, 'expression'));
    case 'CallExpression':
      return loads(nodeAt(node, 'callee')) ? mention('require', nodeAt(node, 'arguments')) : undefined;
    default:
      return undefined;
  }
}

function mention(
  how: Mention['how'],
  specifier: Node | undefined,
  names: readonly string[] = ['*'],
): Mention {
  return { how, specifier: specifierOf(specifier), names };
}

/** `require('x')`, `require.resolve('x')`, `import.meta.resolve('x')`. */
function loads(callee: Node | undefined): boolean {
  if (callee?.type !== 'MemberExpression') return nameOf(callee) === 'require';
  const object = nodeAt(callee, 'object');
  const isLoader = object?.type === 'MetaProperty' || nameOf(object) === 'require';
  return isLoader && nameOf(nodeAt(callee, 'property')) === 'resolve';
}

function specifierOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal') return nameOf(node);
  if (node?.type !== 'TemplateLiteral') return undefined;
  const [first, ...more] = nodesAt(node, 'quasis').map(
    (each) => (each['value'] as { readonly cooked: string }).cooked,
  );
  if (more.length === 0) return first;
  return first ? `${first}*` : undefined;
}

function namesIn(node: Node): readonly string[] {
  return nodesAt(node, 'specifiers').map((each) => {
    const named =
      each.type === 'ImportSpecifier' ? 'imported' : each.type === 'ExportSpecifier' ? 'local' : undefined;
    return (named && nameOf(nodeAt(each, named))) ?? '*';
  });
}
