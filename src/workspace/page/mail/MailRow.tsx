import type { ReactNode } from 'react';
import type { Mail } from '../../api.ts';
import { Icon } from '../parts/Icon.tsx';
import { addressOf } from '../state/place.ts';
import { useMe } from '../state/useSession.ts';
import { moment } from '../time/format.ts';
import { useToday } from '../time/useNow.ts';

interface Props {
  readonly mail: Mail;
  readonly isOpen: boolean;
}

export function MailRow({ mail, isOpen }: Props): ReactNode {
  const { timeZone } = useMe();
  const today = useToday(timeZone);
  return (
    <a
      className="mail-row"
      href={addressOf({ kind: 'mail', mail: mail.id })}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className="mail-row-head">
        <span className="mail-row-to">{mail.to.join(', ')}</span>
        <time className="mail-row-time">{moment(new Date(mail.receivedAt), timeZone, today)}</time>
      </span>
      <span className="mail-row-subject">
        {mail.subject}
        {mail.attachments.length > 0 && <Icon name="attach" />}
      </span>
      <span className="mail-row-start">{mail.text.slice(0, 140)}</span>
    </a>
  );
}
