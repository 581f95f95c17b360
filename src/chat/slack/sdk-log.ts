import { LogLevel, type Logger } from '@slack/web-api';
import type { ChatLog } from '../log.ts';

/**
 * The SDK's warnings and errors in our log. What it writes below that holds whole requests, so it is never asked
 * for; a token that slips into a message is blotted out.
 */
export function sdkLog(log: ChatLog): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => log.warn({ from: 'slack' }, words(parts)),
    error: (...parts: unknown[]) => log.error({ from: 'slack' }, words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

/** Slack's tokens and the tickets of its socket addresses are rights in themselves. */
function withoutTokens(text: string): string {
  return text.replace(/\b(xox[a-z]|xapp|xwfp)-[\w-]+/g, '$1-…').replace(/(ticket=)[^&\s"]+/g, '$1…');
}

function words(parts: readonly unknown[]): string {
  return withoutTokens(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '));
}
