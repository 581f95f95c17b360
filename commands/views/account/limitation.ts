import type { Card } from '../../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import type { Notice } from '../../../src/services/notice.ts';

const mostNumbers = 5;

/** In the thread: what can soon not be sued for any more, by which law, and who sees to it. */
export function limitationCard(
  { amount, invoices, on, isPast, country, source }: Extract<Notice, { readonly kind: 'limitation' }>,
  today: BusinessDate,
): Card {
  const day = formatDate(businessDate(on), { today });
  const bold = isPast
    ? `${amount} may be time-barred since ${day}`
    : `${amount} becomes time-barred after ${day}`;
  const hidden = invoices.length - mostNumbers;
  const which = `${invoices.slice(0, mostNumbers).join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`;
  const law =
    source === 'assumed' ? `no rule known for ${country}: three years assumed` : `${source}, ${country}`;
  const text = ` · ${which}\nReckoned from the due date (${law}), the first of them. Talks, part payments and court orders move the day: legal looks at it.`;
  return { summary: bold, parts: [{ kind: 'text', text: [{ bold }, text] }] };
}
