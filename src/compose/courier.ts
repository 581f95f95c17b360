import { createHash } from 'node:crypto';
import { homeCard } from '../../commands/home/card.ts';
import { renderNotice } from '../../commands/views/notice.ts';
import type { Courier } from '../../jobs/courier.ts';
import { mintCard } from '../chat/mint.ts';
import type { ChatPort } from '../chat/port.ts';
import type { Card } from '../chat/types.ts';
import type { Mailer } from '../letters/smtp.ts';
import { keepButtons } from '../services/button/keep.ts';
import { mailLetter } from '../services/letter/mail.ts';
import { roster } from '../services/member/roster.ts';
import { cardVersion } from '../services/outbox/card-version.ts';
import type { Announcer, Office } from '../services/ports.ts';
import { within } from '../services/scope.ts';
import type { BusinessClock } from './business-clock.ts';

export interface CourierParts {
  readonly office: Office;
  readonly chatOf: (workspaceId: number) => ChatPort | undefined;
  readonly mailer: Mailer | undefined;
  readonly announcer?: Announcer | undefined;
  /** Told where the business clock stands as of each message, so that the message can bear that time. */
  readonly clock: Pick<BusinessClock, 'saw'>;
}

/** Joins the outbox to what it sends with: the cards, the chat platform and the mail server. */
export function createCourier({ office, chatOf, mailer, clock, announcer }: CourierParts): Courier {
  return {
    office,
    chatOf,
    announcer,
    render: async (workspaceId, notice) => {
      const rendered = await within(office, workspaceId, async (scope) => {
        clock.saw(scope.workspace.clockOffsetMs);
        const version =
          notice.kind === 'card' ? await cardVersion(scope, notice.card, notice.subject) : undefined;
        const card = await renderNotice(scope, notice);
        return card === undefined ? undefined : { card, version };
      });
      if (rendered === undefined) return undefined;
      const minted = await mintCard(rendered.card, (actions) => keepButtons(office, workspaceId, actions));
      return rendered.version === undefined ? { card: minted } : { card: minted, version: rendered.version };
    },
    renderHome: async (workspaceId, memberId) => {
      const card = await within(office, workspaceId, async (scope) => {
        const person = (await roster(scope)).get(memberId);
        return person?.active ? homeCard(scope, person) : undefined;
      });
      return (
        card && {
          fingerprint: fingerprintOf(card),
          mint: () => mintCard(card, (actions) => keepButtons(office, workspaceId, actions)),
        }
      );
    },
    userOf: async (workspaceId, memberId) =>
      within(office, workspaceId, async (scope) => {
        const person = (await roster(scope)).get(memberId);
        if (person === undefined) throw new Error(`member ${memberId} is gone`);
        return person.userId;
      }),
    mail: async (workspaceId, letterId, message) =>
      mailer === undefined
        ? { kind: 'later', afterSeconds: 300, trouble: 'no mail server is set (SMTP_URL)' }
        : mailLetter(office, mailer, workspaceId, letterId, message),
  };
}

function fingerprintOf(card: Card): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('base64url');
}
