import type { Card } from '../../src/chat/types.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import type { Notice } from '../../src/services/notice.ts';
import type { Scope } from '../../src/services/scope.ts';
import { ledgerImportedCard } from './import/ledger-imported.ts';
import { staleCard } from './import/stale.ts';
import { caughtUpCard } from './outage.ts';
import { ratesMissingCard } from './team/rates.ts';

type WorkspaceNews = Extract<
  Notice,
  { kind: 'ledger imported' | 'ledger stale' | 'caught up' | 'rates missing' }
>;

/** What is news about the workspace and not about any one case. */
export function workspaceNewsCard({ workspace, today }: Scope, news: WorkspaceNews): Card {
  switch (news.kind) {
    case 'ledger imported':
      return ledgerImportedCard(news);
    case 'ledger stale':
      return staleCard(news.covers, today);
    case 'caught up':
      return caughtUpCard(news, workspace.zone, today);
    case 'rates missing':
      return ratesMissingCard(news.series, businessDate(news.from));
  }
}
