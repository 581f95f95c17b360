import { type ReactNode, useState } from 'react';
import type { Mail } from '../../api.ts';
import { Icon } from '../parts/Icon.tsx';
import { addressOf } from '../state/place.ts';
import { useMe } from '../state/useSession.ts';
import { formatBytes, formatInstant } from '../time/format.ts';
import { attachmentAddress } from '../wire/requests.ts';

export function ReadingPane({ mail }: { readonly mail: Mail }): ReactNode {
  const [asText, setAsText] = useState(mail.html === undefined);
  return (
    <article className="mail" aria-label={mail.subject}>
      <header className="mail-head">
        <a className="mail-back icon-button" href={addressOf({ kind: 'mail' })} aria-label="Back to the list">
          <Icon name="back" />
        </a>
        <h2>{mail.subject}</h2>
        <Envelope mail={mail} />
        <AttachmentLinks mail={mail} />
        {mail.html !== undefined && (
          <div className="mail-forms" role="group" aria-label="Show the mail as">
            <button type="button" aria-pressed={!asText} onClick={() => setAsText(false)}>
              Formatted
            </button>
            <button type="button" aria-pressed={asText} onClick={() => setAsText(true)}>
              Plain text
            </button>
          </div>
        )}
      </header>
      {asText || mail.html === undefined ? (
        <pre className="mail-text">{mail.text}</pre>
      ) : (
        // No allowances at all: no scripts, no forms, no way into this page.
        <iframe className="mail-html" title="The mail as its reader sees it" sandbox="" srcDoc={mail.html} />
      )}
    </article>
  );
}

function Envelope({ mail }: { readonly mail: Mail }): ReactNode {
  const { timeZone } = useMe();
  const lines = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Copy', mail.cc.join(', ')],
    ['Sent', formatInstant(new Date(mail.receivedAt), timeZone, { dateStyle: 'full', timeStyle: 'short' })],
  ] as const;
  return (
    <dl className="envelope">
      {lines
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function AttachmentLinks({ mail }: { readonly mail: Mail }): ReactNode {
  if (mail.attachments.length === 0) return null;
  return (
    <ul className="files" aria-label="Attachments">
      {mail.attachments.map(({ name, size, index }) => (
        <li key={index}>
          <a className="file" href={attachmentAddress(mail, index)} download={name}>
            <Icon name="file" />
            <span className="file-name">{name}</span>
            <span className="file-size">{formatBytes(size)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
