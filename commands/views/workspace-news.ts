import type { Card } from '../../src/chat/types.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { parkedView } from '../../src/services/hold-news/parked.ts';
import type { Notice } from '../../src/services/notice.ts';
import type { Scope } from '../../src/services/scope.ts';
import { parkedCard, webhookTestedCard } from './hold/announcement.ts';
import { ledgerImportedCard } from './import/ledger-imported.ts';
import { staleCard } from './import/stale.ts';
import { caughtUpCard } from './outage.ts';
import { ratesMissingCard } from './team/rates.ts';

type WorkspaceNews = Extract<
  Notice,
  {
    kind:
      | 'ledger imported'
      | 'ledger stale'
      | 'caught up'
      | 'rates missing'
      | 'webhook tested'
      | 'announcement parked';
  }
>;

/** What is news about the workspace and its connections, and stands in no case's thread. */
export async function workspaceNewsCard(scope: Scope, news: WorkspaceNews): Promise<Card | undefined> {
  const { workspace, today } = scope;
  switch (news.kind) {
    case 'ledger imported':
      return ledgerImportedCard(news);
    case 'ledger stale':
      return staleCard(news.covers, today);
    case 'caught up':
      return caughtUpCard(news, workspace.zone, today);
    case 'rates missing':
      return ratesMissingCard(news.series, businessDate(news.from));
    case 'webhook tested':
      return webhookTestedCard(news);
    case 'announcement parked':
      return parkedCard(await parkedView(scope, news.announcementId));
  }
}
