import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { AttachmentList } from './AttachmentList.tsx';
import { AttachButton } from './AttachButton.tsx';
import { CommandHint, Suggestions } from './Suggestions.tsx';
import type { Attachments } from './useAttachments.ts';
import { useDraft } from './useDraft.ts';
import { useRecall } from './useRecall.ts';
import { useSending } from './useSending.ts';
import { useSuggestions } from './useSuggestions.ts';
import type { SlashCommand } from '../../api.ts';
import { Icon } from '../parts/Icon.tsx';
import { AnywhereMenu } from '../shortcuts/AnywhereMenu.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useDirectory } from '../state/useSession.ts';

interface Props {
  readonly channel: string;
  readonly thread?: string;
  readonly label: string;
  readonly attachments: Attachments;
  /** Offered while a text begins with "/". */
  readonly commands: readonly SlashCommand[];
  readonly sent: () => void;
}

/** Where one writes: Enter sends, Shift+Enter begins a line, "/" lists the commands. */
export function Composer({ channel, thread, label, attachments, commands, sent }: Props): ReactNode {
  const place = { channel, ...(thread === undefined ? {} : { thread }) };
  const { me } = useDirectory();
  const [text, setText] = useDraft([me, channel, thread].filter(Boolean).join('/'));
  const { send, sending, failure, forget } = useSending(place, attachments);
  const suggestions = useSuggestions(commands, text, setText);
  const recall = useRecall(me, text, setText);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [unavailable, setUnavailable] = useState<string>();
  const isEmpty = text.trim() === '' && attachments.files.length === 0;

  useLayoutEffect(() => fitHeight(field.current), [text]);

  const submit = async (): Promise<void> => {
    suggestions.dismiss();
    if (isEmpty || !(await send(text))) return;
    recall.remember(text.trim());
    setText('');
    sent();
    field.current?.focus();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || recall.take(event) || suggestions.take(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void submit();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Suggestions id={listId} suggestions={suggestions} />
      <CommandHint commands={commands} text={text} />
      <div className="composer-box">
        <AttachmentList attachments={attachments} />
        <div className="composer-line">
          <AttachButton add={attachments.add} />
          <AnywhereMenu failed={setUnavailable} />
          <textarea
            ref={field}
            className="composer-text"
            rows={1}
            aria-label={label}
            placeholder={label}
            role={suggestions.open ? 'combobox' : undefined}
            aria-expanded={suggestions.open ? true : undefined}
            aria-controls={suggestions.open ? listId : undefined}
            aria-activedescendant={suggestions.open ? `${listId}-${suggestions.active}` : undefined}
            autoFocus={HAS_KEYBOARD}
            value={text}
            readOnly={sending}
            onChange={(event) => {
              forget();
              setText(event.target.value);
            }}
            onKeyDown={keyDown}
            onPaste={(event) => attachments.add(pastedFiles(event.clipboardData))}
          />
          <button
            type="submit"
            className="send"
            aria-label="Send"
            aria-busy={sending}
            disabled={isEmpty || sending}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
      <Notice text={failure} dismiss={forget} />
      <Notice text={unavailable} dismiss={() => setUnavailable(undefined)} />
    </form>
  );
}

/** On a touch screen the focus would bring up a keyboard over the messages. */
const HAS_KEYBOARD = matchMedia('(hover: hover)').matches;

/** A spreadsheet's cells come as text and as a picture of it: then the text is meant. */
const pastedFiles = (pasted: DataTransfer): Iterable<File> =>
  pasted.types.includes('text/plain') ? [] : pasted.files;

/** As high as its text, up to what the stylesheet allows. */
function fitHeight(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
