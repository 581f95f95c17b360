import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../commands/index.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readme = readFileSync(at('README.md'), 'utf8');

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly {
      readonly name: string;
      readonly type: 'message' | 'global';
      readonly callback_id: string;
    }[];
    readonly slash_commands: readonly { readonly command: string; readonly should_escape: boolean }[];
  };
}

test("the README's app manifest names every command, with people escaped as the commands read them", () => {
  const manifest = parse(/```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '') as Manifest;
  const named = manifest.features.slash_commands;
  expect(named.map(({ command }) => command).toSorted()).toEqual(
    commands.map(({ name }) => `/${name}`).toSorted(),
  );
  expect(named.every((one) => one.should_escape)).toBe(true);
});

test("the README's app manifest names every shortcut as the commands know it", () => {
  const manifest = parse(/```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '') as Manifest;
  const offered = commands.flatMap(({ shortcuts = [] }) => shortcuts);
  expect(manifest.features.shortcuts.map(({ name, type, callback_id }) => [callback_id, name, type])).toEqual(
    offered.map(({ name, label, on }) => [name, label, on === 'message' ? 'message' : 'global']),
  );
});

test('the README names every setting that the configuration reads, and no other', () => {
  const read = readFileSync(at('src/config.ts'), 'utf8').match(/^ {2}[A-Z_]+(?=:)/gm) ?? [];
  const rows = readme.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line));
  const named = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z_]+/g) ?? []);
  expect(named.toSorted()).toEqual(read.map((name) => name.trim()).toSorted());
});

test('the README shows pictures and folders that are there', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  const folders = [...readme.matchAll(/`(src\/\w+|commands|jobs|db|\.ci\/run)`/g)].map(
    ([, path = '']) => path,
  );
  expect(pictures).toHaveLength(3);
  expect([...pictures, ...folders].filter((path) => !existsSync(at(path)))).toEqual([]);
});
