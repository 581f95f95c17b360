import type { AlertBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { TextView } from './TextView.tsx';
import { Icon } from '../parts/Icon.tsx';

export function AlertView({ block }: { readonly block: AlertBlock }): ReactNode {
  const level = block.level ?? 'default';
  return (
    <div className={`block-alert block-alert-${level}`} role={level === 'error' ? 'alert' : 'status'}>
      <Icon name={level === 'success' ? 'check' : 'warn'} />
      <div>
        <TextView text={block.text} />
      </div>
    </div>
  );
}
