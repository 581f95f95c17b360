import { posix } from 'node:path';
import { mentionAt, type Mention } from './mentions.ts';
import { lineAt, placesIn } from './syntax.ts';
import { clockReadingImports, environmentReader, table, type Part } from './table.ts';
import { touchAt, type Touch } from './touches.ts';

/** Sources by path from the root. */
export type Sources = ReadonlyMap<string, string>;

/** What a source has that the import table does not allow, one line each; empty if it keeps to the table. */
export function violationsIn(path: string, text: string): readonly string[] {
  const partName = partOf(path);
  const part = partName === undefined ? undefined : table[partName];
  if (!part || partName === undefined) return [`${path}: belongs to no part of the import table`];
  return placesIn(path, text).flatMap((place) => {
    const mention = mentionAt(place.node);
    const touch = touchAt(place);
    const found = [
      ...(mention ? reasonsAgainst(path, partName, part, mention) : []),
      ...(touch && refuses(path, part, touch) ? [`touches the ${touch}`] : []),
    ];
    return found.map((reason) => `${path}:${lineAt(text, place.node)}: ${partName} ${reason}`);
  });
}

/** The part that holds a file: the longest path of the table that is the file or a folder above it. */
export function partOf(path: string): string | undefined {
  const holding = Object.keys(table).filter((name) => path === name || path.startsWith(`${name}/`));
  return holding.sort((a, b) => b.length - a.length)[0];
}

/** The path of our own file that a mention leads to; undefined for packages and Node's modules. */
export function targetOf(path: string, specifier: string | undefined): string | undefined {
  return specifier?.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
}

function reasonsAgainst(path: string, partName: string, part: Part, mention: Mention): readonly string[] {
  const { how, specifier } = mention;
  if (specifier === undefined) return [`has a ${how} of a computed name, which nobody can check`];
  const target = targetOf(path, specifier);
  if (target !== undefined) return againstOwn(partName, part, target, mention);
  if (specifier.startsWith('node:')) return againstNode(path, part, specifier, mention);
  return againstPackage(part, specifier, mention);
}

function againstOwn(partName: string, part: Part, target: string, { how }: Mention): readonly string[] {
  const targetPart = partOf(target);
  if (targetPart === undefined) return [`may not import ${target}, which is no part of the table (${how})`];
  const allowed = targetPart === partName || part.parts === 'any' || part.parts.includes(targetPart);
  return allowed ? [] : [`may not import ${targetPart} (${how} of ${target})`];
}

function againstNode(
  path: string,
  part: Part,
  specifier: string,
  { how, names }: Mention,
): readonly string[] {
  const module = specifier.slice('node:'.length);
  const readsEnvironment =
    module === 'process' && names.some((name) => ['env', 'default', '*'].includes(name));
  if (readsEnvironment && path !== environmentReader)
    return [`touches the environment (${how} of ${specifier})`];
  return allows(part.node, module) ? [] : [`may not import ${specifier} (${how})`];
}

function againstPackage(part: Part, specifier: string, { how, names }: Mention): readonly string[] {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (!allows(part.packages, name)) return [`may not import the package ${name} (${how})`];
  const ticking = names.filter((each) => clockReadingImports[name]?.includes(each));
  return part.refuses?.includes('clock')
    ? ticking.map((each) => `touches the clock (${each} of ${name})`)
    : [];
}

function allows(allowed: readonly string[] | 'any' | undefined, name: string): boolean {
  if (allowed === 'any') return true;
  return (allowed ?? []).some(
    (each) => each === name || (each.endsWith('/*') && name.startsWith(each.slice(0, -1))),
  );
}

function refuses(path: string, part: Part, touch: Touch): boolean {
  if (touch === 'environment') return path !== environmentReader;
  return part.refuses?.includes(touch) ?? false;
}
