import type { Card } from '../../src/chat/types.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';

/** The answer to the person who noted something about a case. */
export function noted(found: CaseOverview, what: string): Card {
  return {
    summary: `Noted: ${found.name}`,
    parts: [{ kind: 'text', text: ['Noted for ', { bold: found.name }, `: ${what}`] }],
  };
}
