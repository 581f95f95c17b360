import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../commands/index.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readme = readFileSync(at('README.md'), 'utf8');

interface Manifest {
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
  readonly features: {
    readonly shortcuts: readonly {
      readonly name: string;
      readonly type: 'message' | 'global';
      readonly callback_id: string;
    }[];
    readonly slash_commands: readonly { readonly command: string; readonly should_escape: boolean }[];
  };
}

const manifestOf = (text: string): Manifest =>
  parse(/```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '') as Manifest;

/** What Slack documents for each method; those that need nothing are named too, so that a new one is looked up. */
const scopesByMethod: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'metadata.message:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'metadata.message:read'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

test("the README's app manifest asks for what the calls to Slack need, and for nothing else", () => {
  const folder = at('src/chat/slack');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'))
    .join('\n');
  const called = new Set([...source.matchAll(/\bclient\.([a-z]+\.\w+)\(/g)].map(([, method = '']) => method));
  expect([...called].toSorted()).toEqual(Object.keys(scopesByMethod));
  const needed = new Set(['commands', ...[...called].flatMap((method) => scopesByMethod[method] ?? [])]);
  expect(manifestOf(readme).oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted());
});

test('files are told of by their messages, which say in which thread they lie', () => {
  expect(manifestOf(readme).settings.event_subscriptions.bot_events).toEqual([
    'app_home_opened',
    'message.im',
    'message.channels',
    'message.groups',
    'user_change',
  ]);
});

test('the README has every command with who may use it, in the words of /help', () => {
  const rows = readme.split('\n').filter((line) => /^\| `\/\w+` /.test(line));
  expect(
    rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
  ).toEqual(
    commands.map(({ name, may, summary }) => [`\`/${name}\``, may?.join(', ') ?? 'everybody', summary]),
  );
});

test("the README's app manifest names every command, with people escaped as the commands read them", () => {
  const named = manifestOf(readme).features.slash_commands;
  expect(named.map(({ command }) => command).toSorted()).toEqual(
    commands.map(({ name }) => `/${name}`).toSorted(),
  );
  expect(named.every((one) => one.should_escape)).toBe(true);
});

test("the README's app manifest names every shortcut as the commands know it", () => {
  const { features } = manifestOf(readme);
  const offered = commands.flatMap(({ shortcuts = [] }) => shortcuts);
  expect(features.shortcuts.map(({ name, type, callback_id }) => [callback_id, name, type])).toEqual(
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
