import type { Actor } from './actor.ts';
import type { Story } from './story.ts';

/** Drops an open-items file into the direct messages with Dunwell and imports it by the buttons of its card. */
export async function importFile(
  { workspace, settle }: Pick<Story, 'workspace' | 'settle'>,
  who: Actor,
  file: { readonly name: string; readonly content: string | Uint8Array },
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const card = (): string => who.inbox().find((text) => text.includes(file.name)) ?? '';
  const shows = (words: string): Promise<unknown> =>
    workspace.until(() => card().includes(words), {
      what: `"${words}" on the import's card`,
      withinMs: 30_000,
    });
  who.person.upload('bot', file.name, file.content);
  await shows(file.name);
  await settle();
  await who.pressForm(who.sees(file.name), 'Set up and preview');
  await who.submitQuietly(answers);
  await shows('issued and open');
  await who.pressQuietly(who.sees(file.name), 'Import');
  await shows('matches the file');
  await settle();
}
