import type { TextObject } from '@slack/types';
import type { ReactNode } from 'react';
import { withEmoji } from '../text/emoji.ts';
import { Mrkdwn } from '../text/Mrkdwn.tsx';

export function TextView({ text }: { readonly text: TextObject }): ReactNode {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} />;
  return <span className="plain-text">{withEmoji(text.text)}</span>;
}
