import { describe, expect, it } from 'vitest';
import { violationsIn } from './check.ts';
import { cyclesIn } from './cycles.ts';
import { mentionsIn } from './mentions.ts';
import { allowed } from './lookalikes.ts';
import { forbiddenImports } from './planted-imports.ts';
import { forbiddenTouches } from './planted-touches.ts';
import { installedPackages, ownSources } from './repository.ts';
import { table } from './table.ts';

const sources = ownSources();

describe('the source', () => {
  it('keeps to the import table', () => {
    expect(sources.size).toBeGreaterThan(0);
    expect([...sources].flatMap(([path, text]) => violationsIn(path, text))).toEqual([]);
  });

  it('has no files that import each other in a ring', () => {
    expect(cyclesIn(sources).map((ring) => ring.join(' → '))).toEqual([]);
  });

  it('imports no package that is only installed for development', () => {
    const installed = new Set(installedPackages());
    const used = [...sources].flatMap(([path, text]) =>
      packagesIn(path, text).map((name) => ({ path, name })),
    );
    expect(used.filter(({ name }) => !installed.has(name))).toEqual([]);
  });
});

describe('the import table', () => {
  it('names only parts that it has', () => {
    const named = Object.values(table).flatMap((part) => (part.parts === 'any' ? [] : part.parts));
    expect(named.filter((name) => !(name in table))).toEqual([]);
  });
});

describe('a planted violation is found', () => {
  it.each(Object.entries({ ...forbiddenImports, ...forbiddenTouches }))(
    '%s',
    (_name, { path, source, says }) => {
      const found = violationsIn(path, source);
      expect(found.length).toBeGreaterThan(0);
      expect(found.join('\n')).toMatch(says);
      expect(found[0]?.startsWith(path)).toBe(true);
    },
  );

  it('on the line where it stands', () => {
    const source = `/** two\n lines */\nexport const now = Date.now();\n`;
    expect(violationsIn('src/core/planted.ts', source)).toEqual([
      'src/core/planted.ts:3: src/core touches the clock',
    ]);
  });

  it('a source that does not parse', () => {
    expect(() => violationsIn('src/core/planted.ts', 'import {')).toThrow(/does not parse/);
  });

  it.each([
    ['two files', { 'a.ts': './b.ts', 'b.ts': './a.ts' }, ['a.ts', 'b.ts', 'a.ts']],
    [
      'three files',
      { 'a.ts': './b.ts', 'b.ts': './c.ts', 'c.ts': './a.ts' },
      ['a.ts', 'b.ts', 'c.ts', 'a.ts'],
    ],
    ['a file and itself', { 'a.ts': './a.ts' }, ['a.ts', 'a.ts']],
    [
      'a ring behind an innocent file',
      { 'a.ts': './b.ts', 'b.ts': './c.ts', 'c.ts': './b.ts' },
      ['b.ts', 'c.ts', 'b.ts'],
    ],
  ])('a ring of %s', (_name, links, ring) => {
    const files = Object.entries(links).map(([path, to]) => [`src/core/${path}`, `import '${to}';`] as const);
    expect(cyclesIn(new Map(files))).toEqual([ring.map((path) => `src/core/${path}`)]);
  });

  it.each(['import type { X }', 'export *', 'export type { X }'])('a ring closed by %s', (form) => {
    const files = new Map([
      ['src/core/a.ts', `import { y } from './b.ts'; export type X = typeof y;`],
      ['src/core/b.ts', `${form} from './a.ts'; export const y = 1;`],
    ]);
    expect(cyclesIn(files)).toHaveLength(1);
  });
});

describe('what only looks like a violation is left alone', () => {
  it.each(Object.entries(allowed))('%s', (_name, { path, source }) => {
    expect(violationsIn(path, source)).toEqual([]);
  });

  it('two files that share a third', () => {
    const files = new Map([
      ['src/core/a.ts', `import './b.ts'; import './c.ts';`],
      ['src/core/b.ts', `import './c.ts';`],
      ['src/core/c.ts', ''],
    ]);
    expect(cyclesIn(files)).toEqual([]);
  });
});

function packagesIn(path: string, text: string): readonly string[] {
  const specifiers = mentionsIn(path, text).map(({ specifier }) => specifier ?? '');
  const packages = specifiers.filter(
    (each) => /^[@a-z]/.test(each) && !each.startsWith('node:') && !each.endsWith('*'),
  );
  return packages.map((each) => each.split('/', each.startsWith('@') ? 2 : 1).join('/'));
}
