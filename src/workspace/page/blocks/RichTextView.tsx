import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { ReactElement, ReactNode } from 'react';
import { Mention } from '../text/Mention.tsx';
import { withEmoji } from '../text/emoji.ts';
import { WebLink } from '../text/WebLink.tsx';

type Part = RichTextBlock['elements'][number];

export function RichTextView({ block }: { readonly block: RichTextBlock }): ReactNode {
  return (
    <div className="rich-text">
      {block.elements.map((part, index) => (
        <PartView key={index} part={part} />
      ))}
    </div>
  );
}

function PartView({ part }: { readonly part: Part }): ReactElement {
  switch (part.type) {
    case 'rich_text_section':
      return <div className="lines">{leaves(part.elements)}</div>;
    case 'rich_text_quote':
      return <blockquote className="quote">{leaves(part.elements)}</blockquote>;
    case 'rich_text_preformatted':
      return <pre className="preformatted">{leaves(part.elements)}</pre>;
    case 'rich_text_list': {
      const List = part.style === 'ordered' ? 'ol' : 'ul';
      return (
        <List className={`list list-indent-${part.indent ?? 0}`}>
          {part.elements.map((section, index) => (
            <li key={index}>{leaves(section.elements)}</li>
          ))}
        </List>
      );
    }
  }
}

const leaves = (elements: readonly RichTextElement[]): ReactNode =>
  elements.map((leaf, index) => (
    <span key={index} className={styleOf(leaf)}>
      {leafText(leaf)}
    </span>
  ));

function styleOf(leaf: RichTextElement): string | undefined {
  const style = 'style' in leaf ? leaf.style : undefined;
  const names = Object.entries(style ?? {}).flatMap(([name, on]) => (on === true ? [`rich-${name}`] : []));
  return names.length > 0 ? names.join(' ') : undefined;
}

/** Kinds that the server refuses show nothing. */
function leafText(leaf: RichTextElement): ReactNode {
  switch (leaf.type) {
    case 'text':
      return withEmoji(leaf.text);
    case 'link':
      return <WebLink href={leaf.url} label={leaf.text ?? leaf.url} />;
    case 'user':
      return <Mention kind="user" id={leaf.user_id} />;
    case 'channel':
      return <Mention kind="channel" id={leaf.channel_id} />;
    case 'emoji':
      return withEmoji(`:${leaf.name}:`);
    case 'broadcast':
      return <span className="mention">@{leaf.range}</span>;
    case 'color':
    case 'date':
    case 'team':
    case 'usergroup':
      return null;
  }
}
