import type { Button, Card } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import type { ParkedView } from '../../../src/services/hold-news/parked.ts';
import type { HoldAnnouncementRow } from '../../../src/services/hold/view.ts';
import type { Notice } from '../../../src/services/notice.ts';
import { holdName } from '../case/rests.ts';
import { at, onDay, times } from '../words.ts';

/** Whether the service knows of the last change. */
export function heardWords(row: HoldAnnouncementRow, zone: string, today: BusinessDate): string {
  const tried = `${row.answer ?? 'no answer'}, tried ${times(row.attempts)}`;
  switch (row.status) {
    case 'confirmed':
      return row.settledAt === null
        ? 'Confirmed by the service'
        : `Confirmed by the service ${at(row.settledAt, zone, today, onDay)}`;
    case 'waiting':
    case 'claimed':
      return row.attempts === 0 || row.answer === null
        ? 'On its way to the service'
        : `Not confirmed by the service yet: ${tried}`;
    case 'parked':
      return `Not confirmed by the service: ${tried}. Nothing is sent any more by itself`;
  }
}

/** For an announcement that was given up. */
export const againButton = ({ id }: HoldAnnouncementRow): Button => ({
  label: 'Send again',
  action: { command: 'hold', action: 'again', args: { announcement: id } },
});

/** To whoever runs the connection: the service may not do what was decided. */
export function parkedCard(view: ParkedView | undefined): Card | undefined {
  if (view === undefined) return undefined;
  const { parked, hold, of } = view;
  const what = `${holdName(hold.kind)} of ${of.name}: the service did not confirm “${parked.event}”`;
  const effect =
    parked.body['locked'] === true
      ? 'The customer may still get what was to be locked.'
      : 'The customer may still be locked out.';
  return {
    summary: what,
    parts: [
      {
        kind: 'text',
        text: [
          { bold: what },
          `\n${effect}\n${parked.answer ?? 'no answer'}, tried ${times(parked.attempts)}; nothing is sent any more by itself.`,
        ],
      },
      { kind: 'buttons', buttons: [againButton(parked)] },
    ],
  };
}

export function webhookTestedCard({
  host,
  confirmed,
  answer,
}: Extract<Notice, { readonly kind: 'webhook tested' }>): Card {
  const text = confirmed
    ? `${host} confirmed the test (${answer}): it hears of holds.`
    : `${host} did not confirm the test: ${answer}. Look at its log, its secret and HOLD_WEBHOOK_URL.`;
  return { summary: text, parts: [{ kind: 'text', text }] };
}
