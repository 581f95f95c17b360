import type { ReactNode } from 'react';
import type { Attachments } from './useAttachments.ts';
import { Icon } from '../parts/Icon.tsx';
import { formatBytes } from '../time/format.ts';

export function AttachmentList({ attachments }: { readonly attachments: Attachments }): ReactNode {
  if (attachments.files.length === 0) return null;
  return (
    <ul className="files" aria-label="To be sent">
      {attachments.files.map((file, index) => (
        <li key={`${file.name} ${index}`} className="file">
          <Icon name="file" />
          <span className="file-name">{file.name}</span>
          <span className="file-size">{formatBytes(file.size)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${file.name}`}
            onClick={() => attachments.drop(file)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
