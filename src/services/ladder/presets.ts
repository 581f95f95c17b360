import type { Ladder } from '../../core/dunning/ladder.ts';
import { standardLadder } from '../../core/dunning/standard.ts';

/** The ladders that come with Dunwell. */
export const presets: readonly Ladder[] = [standardLadder];
