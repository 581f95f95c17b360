import { describe, expect, it } from 'vitest';
import { namedCommand, suggest } from '../../../src/workspace/page/composer/suggest.ts';

const commands = ['/promise', '/pause', '/overdue'].map((command) => ({
  command,
  description: '',
  usageHint: '',
}));
const names = (text: string): readonly string[] => suggest(commands, text).map(({ command }) => command);

describe('command completion', () => {
  it('lists all for a slash, then those that begin as the text does, in capitals too', () => {
    expect(names('/')).toEqual(['/promise', '/pause', '/overdue']);
    expect(names('/P')).toEqual(['/promise', '/pause']);
    expect(names('/overdue')).toEqual(['/overdue']);
  });

  it('ends with the name: not for arguments, not inside a text', () => {
    expect(names('/pause ')).toEqual([]);
    expect(names('see /pause')).toEqual([]);
    expect(names('')).toEqual([]);
  });

  it('then names the command whose arguments are being typed', () => {
    expect(namedCommand(commands, '/pause Nord')?.command).toBe('/pause');
    expect(namedCommand(commands, '/pause')).toBeUndefined();
    expect(namedCommand(commands, '/nonsense x')).toBeUndefined();
  });
});
