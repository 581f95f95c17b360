/**
 * What was typed after a command, in our words: people stay `<@id>`, channels become `#name` and links the address or
 * what was written for it; Slack's three escapes are undone.
 */
export function typedText(text: string): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, '<@$1>')
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `#${name || id}`)
    .replace(
      /<((?:https?|mailto|tel):[^|>]*)(?:\|([^>]*))?>/g,
      (_, link: string, label?: string) => label || link,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
