import type { ReactNode } from 'react';
import type { File as SharedFile } from '../../api.ts';
import { Icon } from '../parts/Icon.tsx';
import { formatBytes } from '../time/format.ts';
import { fileAddress } from '../wire/requests.ts';

export function SharedFiles({ files }: { readonly files: readonly SharedFile[] }): ReactNode {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <a className="file" href={fileAddress(file)} download={file.name}>
            <Icon name="file" />
            <span className="file-name">{file.name}</span>
            <span className="file-size">{formatBytes(file.size)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
