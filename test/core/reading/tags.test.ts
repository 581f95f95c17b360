import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTags } from '../../../src/core/reading/tags.ts';

test('tags are lower-case words, each once, in order', () => {
  expect(readTags('VIP, key-account;vip  #Exempt')).toEqual(['exempt', 'key-account', 'vip']);
  expect(readTags('  ')).toEqual([]);
  expect(readTags('Großkunde šķirts')).toEqual(['großkunde', 'šķirts']);
});

test('what is no word is refused by name', () => {
  expect(() => readTags('vip, a/b')).toThrow('"a/b" is no tag');
  expect(() => readTags('x'.repeat(31))).toThrow('is no tag');
  expect(() => readTags('a b c d e f g h i j k l m')).toThrow('13 tags are too many');
});

test('what was read is read the same again', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const tags = readTags(words.join(', '));
      expect(readTags(tags.join(' '))).toEqual(tags);
    }),
  );
});
