import { DomainError } from '../error.ts';
import { quoted } from './quoted.ts';

/** Tags of one customer; more would be a sheet of notes. */
const mostTags = 12;
const longestTag = 30;

/**
 * Reads the words by which a team groups its customers: `VIP, do-not-hold` is `['do-not-hold', 'vip']`. Separated by
 * commas, semicolons or spaces; lower case, each once, in order of the alphabet.
 * @throws DomainError `invalid` for what is no word, naming it.
 */
export function readTags(text: string): readonly string[] {
  const tags = [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))].map((word) =>
    word.toLowerCase().replace(/^#/, ''),
  );
  const wrong = tags.find((tag) => tag.length > longestTag || !/^[\p{L}\d][\p{L}\d_-]*$/u.test(tag));
  if (wrong !== undefined)
    throw new DomainError(
      'invalid',
      `${quoted(wrong)} is no tag: write words of letters, digits and hyphens, up to ${longestTag} characters, such as vip or key-account.`,
    );
  if (tags.length > mostTags)
    throw new DomainError('invalid', `${tags.length} tags are too many: keep at most ${mostTags}.`);
  return [...new Set(tags)].toSorted();
}
