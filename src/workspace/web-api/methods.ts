import { authMethods } from './auth.ts';
import type { Method } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** Every method this workspace knows; any other is `unknown_method`. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...authMethods,
    ...userMethods,
    ...conversationMethods,
    ...historyMethods,
    ...chatMethods,
    ...viewMethods,
    ...fileMethods,
  }),
);
