import { escapeText } from './markup.ts';
import { allUsers } from './people.ts';
import type { Site } from './site.ts';

/**
 * What Slack's composer makes of typed text: `@Name` becomes a mention (the longest name first), the rest is plain.
 * Slash commands get the name with it, as Slack sends them with "escape channels, users, and links".
 */
export function composeText(site: Site, typed: string, withName = false): string {
  const users = [...allUsers(site)].sort((a, b) => b.name.length - a.name.length);
  return users.reduce((text, { id, name }) => {
    const mention = withName ? `<@${id}|${escapeText(name)}>` : `<@${id}>`;
    return text.replaceAll(`@${escapeText(name)}`, mention);
  }, escapeText(typed.trim()));
}
