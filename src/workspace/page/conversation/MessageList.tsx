import { type ReactNode, useEffect, useMemo } from 'react';
import { arrange, type Row } from './arrange.ts';
import { MessageItem } from './MessageItem.tsx';
import { useFollowing } from './useFollowing.ts';
import { usePointing } from './usePointing.ts';
import type { Message } from '../../api.ts';
import { useMe } from '../state/useSession.ts';
import { type Day, dayIn, longDay } from '../time/format.ts';
import { useToday } from '../time/useNow.ts';

interface Props {
  readonly label: string;
  readonly messages: readonly Message[];
  /** The ts before which the line "New" stands. */
  readonly firstNew?: string | undefined;
  /** Thread buttons are left out: we are in one. */
  readonly isThread?: boolean;
  /** The ts that is pointed at. */
  readonly pointedAt?: string | undefined;
  /** Grows with what the reader sends: then the list goes to its end, wherever it was. */
  readonly sendCount: number;
  /** Above the first message. */
  readonly beginning: ReactNode;
}

export function MessageList({
  label,
  messages,
  firstNew,
  isThread = false,
  pointedAt,
  sendCount,
  beginning,
}: Props): ReactNode {
  const { timeZone } = useMe();
  const today = useToday(timeZone);
  const { scroller, content, isAtEnd, goToEnd } = useFollowing();
  useEffect(() => {
    if (sendCount > 0) goToEnd();
  }, [sendCount, goToEnd]);
  usePointing(content, pointedAt, messages.length);
  const rows = useMemo(() => arrange(messages, timeZone, firstNew), [messages, timeZone, firstNew]);

  return (
    <div className="messages-frame">
      <div className="messages" ref={scroller} role="log" aria-label={label} tabIndex={0}>
        <div className="messages-content" ref={content}>
          {beginning}
          {rows.map((row) => (
            <RowView key={row.key} row={row} today={today} isThread={isThread} />
          ))}
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" className="to-end" onClick={goToEnd}>
          Newest messages ↓
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly row: Row;
  readonly today: Day;
  readonly isThread: boolean;
}

function RowView({ row, today, isThread }: RowProps): ReactNode {
  const { timeZone } = useMe();
  switch (row.kind) {
    case 'day':
      return (
        <div className="day" role="separator">
          <span>{dayTitle(row.instant, timeZone, today)}</span>
        </div>
      );
    case 'new':
      return (
        <div className="new-line" role="separator">
          <span>New</span>
        </div>
      );
    case 'message':
      return (
        <MessageItem message={row.message} isContinued={row.isContinued} isThread={isThread} today={today} />
      );
  }
}

function dayTitle(instant: Date, zone: string, today: Day): string {
  const title = longDay(instant, zone, today);
  return dayIn(instant, zone) === today ? `Today, ${title}` : title;
}
