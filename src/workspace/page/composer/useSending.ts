import { useAttempt } from '../parts/useAttempt.ts';
import { refuseTooLarge } from './refuseTooLarge.ts';
import type { Attachments } from './useAttachments.ts';
import { useSession } from '../state/useSession.ts';
import { postMessage, shareFile } from '../wire/requests.ts';

interface Sending {
  /** True when all of it is out. What went out before a failure does not go out again. */
  readonly send: (text: string) => Promise<boolean>;
  readonly sending: boolean;
  readonly failure: string | undefined;
  readonly forget: () => void;
}

interface Place {
  readonly channel: string;
  readonly thread?: string;
}

/** Sends the waiting files one after the other, then the text. */
export function useSending(place: Place, attachments: Attachments): Sending {
  const { me, workspace } = useSession().session;
  const { attempt, running, failure, forget } = useAttempt();
  const send = (text: string): Promise<boolean> =>
    attempt(async () => {
      refuseTooLarge(attachments.files, workspace.uploadBytes);
      for (const file of attachments.files) {
        await shareFile(me, place, file);
        attachments.drop(file);
      }
      if (text.trim() !== '') await postMessage({ user: me, ...place, text: text.trim() });
    });
  return { send, sending: running, failure, forget };
}
