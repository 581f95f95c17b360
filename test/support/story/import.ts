import type { Actor } from './actor.ts';
import type { Story } from './story.ts';

/** Drops an open-items file into the direct messages with Dunwell and imports it by the buttons of its card. */
export async function importFile(
  story: Story,
  who: Actor,
  file: { readonly name: string; readonly content: string | Uint8Array },
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const { workspace } = story.dunwell.local!;
  who.person.upload('bot', file.name, file.content);
  await workspace.until(() => who.inbox().some((text) => text.includes(file.name)), {
    what: 'the import card',
  });
  await story.settle();
  await who.pressForm(who.sees(file.name), 'Set up and preview');
  await who.submitQuietly(answers);
  await workspace.until(
    () => who.inbox().some((text) => text.includes('ready to import') || text.includes('issued and open')),
    { what: 'the preview' },
  );
  await who.pressQuietly(who.sees(file.name), 'Import');
  await workspace.until(() => who.inbox().some((text) => text.includes('matches the file')), {
    what: 'the control total',
    withinMs: 30_000,
  });
  await story.settle();
}
