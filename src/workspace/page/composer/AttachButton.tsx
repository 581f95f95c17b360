import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';

export function AttachButton({ add }: { readonly add: (files: Iterable<File>) => void }): ReactNode {
  return (
    <label className="attach icon-button" title="Attach a file">
      <Icon name="attach" />
      <input
        type="file"
        className="unseen"
        multiple
        aria-label="Attach a file"
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          // Else the same file could not be chosen twice.
          event.target.value = '';
        }}
      />
    </label>
  );
}
