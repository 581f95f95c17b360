import type { ReactNode } from 'react';
import { MailRow } from './MailRow.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import { useSeeing } from '../conversation/useSeeing.ts';
import { MAIL } from '../state/unread.ts';
import { useSession } from '../state/useSession.ts';

/** Every mail the bot has sent, newest first; nothing here left this machine. */
export function Outbox({ open }: { readonly open: string | undefined }): ReactNode {
  const { mails } = useSession().session;
  useSeeing(MAIL, mails[0]?.id);
  const opened = mails.find((mail) => mail.id === open);

  return (
    <main className={`outbox ${opened === undefined ? '' : 'outbox-reading'}`}>
      <nav className="mail-list" aria-label="Mails">
        {mails.length === 0 && <p className="empty">No mail has been sent yet.</p>}
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} isOpen={mail.id === open} />
        ))}
      </nav>
      {opened === undefined ? (
        <p className="empty mail-none">{mails.length > 0 && 'Choose a mail to read it.'}</p>
      ) : (
        <ReadingPane key={opened.id} mail={opened} />
      )}
    </main>
  );
}
