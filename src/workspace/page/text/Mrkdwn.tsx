import { type ReactElement, type ReactNode, useMemo } from 'react';
import { withEmoji } from './emoji.ts';
import { Mention } from './Mention.tsx';
import { type Inline, parseMrkdwn, type Passage } from './mrkdwn.ts';
import { formatSlackDate } from './slackDate.ts';
import { WebLink } from './WebLink.tsx';
import { useMe } from '../state/useSession.ts';

/** Slack's mrkdwn, rendered as elements only. */
export function Mrkdwn({ text }: { readonly text: string }): ReactNode {
  const parsed = useMemo(() => parseMrkdwn(text), [text]);
  return parsed.map((passage, index) => <PassageView key={index} passage={passage} />);
}

function PassageView({ passage }: { readonly passage: Passage }): ReactElement {
  switch (passage.kind) {
    case 'preformatted':
      return <pre className="preformatted">{passage.text}</pre>;
    case 'quote':
      return <blockquote className="quote">{inlines(passage.inside)}</blockquote>;
    case 'lines':
      return <div className="lines">{inlines(passage.inside)}</div>;
  }
}

const inlines = (nodes: readonly Inline[]): ReactNode =>
  nodes.map((node, index) => <InlineView key={index} node={node} />);

function InlineView({ node }: { readonly node: Inline }): ReactElement {
  switch (node.kind) {
    case 'text':
      return <>{withEmoji(node.text)}</>;
    case 'code':
      return <code className="code">{node.text}</code>;
    case 'bold':
      return <strong>{inlines(node.inside)}</strong>;
    case 'italic':
      return <em>{inlines(node.inside)}</em>;
    case 'strike':
      return <s>{inlines(node.inside)}</s>;
    case 'link':
      return <WebLink href={node.href} label={node.label} />;
    case 'user':
    case 'channel':
      return <Mention kind={node.kind} id={node.id} />;
    case 'everyone':
      return <span className="mention">@{node.range}</span>;
    case 'date':
      return <ReaderDate node={node} />;
  }
}

function ReaderDate({ node }: { readonly node: Inline & { kind: 'date' } }): ReactNode {
  const { timeZone } = useMe();
  return <time>{formatSlackDate(node, timeZone)}</time>;
}
