import { refuse } from '../../refuse.ts';

const LINKED = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** A Slack user id; anything else could turn a mention of one person into a call to everybody. */
export function checkedUser(id: string): string {
  if (/^[UW][A-Z0-9]{1,30}$/.test(id)) return id;
  return refuse(`“${id}” is not a Slack user id, so nobody can be mentioned by it.`);
}

/** A link that opens a page, a mail or a call, and nothing else. */
export function checkedUrl(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url && LINKED.has(url.protocol)) return url.href;
  return refuse(`“${link}” is not a web, mail or telephone link.`);
}
