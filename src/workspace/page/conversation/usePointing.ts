import { type RefObject, useEffect } from 'react';

/** Brings the message that a link points at into view and lets it light up; again when the messages have come. */
export function usePointing(
  list: RefObject<HTMLElement | null>,
  ts: string | undefined,
  messageCount: number,
): void {
  const isThere = messageCount > 0;
  useEffect(() => {
    if (ts === undefined || !isThere) return;
    const message = list.current?.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
    message?.scrollIntoView({ block: 'center' });
    message?.classList.add('message-pointed');
    return () => message?.classList.remove('message-pointed');
  }, [list, ts, isThere]);
}
