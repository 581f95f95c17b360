import { describe, expect, it } from 'vitest';
import { unusedExports } from './exports.ts';
import { ownSources, tests } from './repository.ts';

const sources = ownSources();

describe('what a file exports', () => {
  it('is taken by another', () => {
    expect(unusedExports(sources, new Map([...sources, ...tests()]))).toEqual([]);
  });

  it('is found where nobody takes it', () => {
    const planted = new Map([
      [
        'src/core/one.ts',
        'export const taken = 1;\nexport const left = 2;\nexport function alone() {}\nexport type T = 1;\n',
      ],
      ['src/core/two.ts', "import { taken } from './one.ts';\n"],
    ]);
    expect(unusedExports(planted, planted)).toEqual(['src/core/one.ts: left', 'src/core/one.ts: alone']);
  });
});
