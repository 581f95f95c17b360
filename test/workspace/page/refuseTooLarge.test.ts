import { expect, it } from 'vitest';
import { refuseTooLarge } from '../../../src/workspace/page/composer/refuseTooLarge.ts';

it('names the file that is too large, its size and the limit', () => {
  const files = [
    { name: 'small.csv', size: 2_000_000 },
    { name: 'large.csv', size: 2_500_001 },
  ];
  expect(() => refuseTooLarge(files, 2_000_000)).toThrow(
    'large.csv has 2.5 MB, more than the 2.0 MB that a file may have: send it in parts.',
  );
});
