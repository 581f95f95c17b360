import type { Command } from '../src/chat/types.ts';
import type { Context } from './context.ts';
import { help } from './help.ts';

/** Every command Dunwell has, in the order in which /help shows them. */
export const commands: readonly Command<Context>[] = [help];
