import type { Actor } from './actor.ts';
import type { Story } from './story.ts';

/** The bytes of the newest file of this name that somebody has in the direct messages with Dunwell. */
export async function fileGiven(story: Story, to: Actor, name: RegExp): Promise<Uint8Array> {
  const files = to.person.messages('bot').flatMap((message) => message.files ?? []);
  const file = files.filter((one) => name.test(one.name)).at(-1);
  if (file === undefined)
    throw new Error(
      `nobody gave ${to.person.id} ${name}; there are: ${files.map((one) => one.name).join(', ')}`,
    );
  const { workspace, botToken } = story.dunwell.local!;
  const { origin } = new URL(workspace.apiUrl);
  const answer = await fetch(`${origin}/files-pri/T0LOCAL-${file.id}/${encodeURIComponent(file.name)}`, {
    headers: { authorization: `Bearer ${botToken}` },
  });
  return new Uint8Array(await answer.arrayBuffer());
}
