import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; the yard is late since Friday, and Rita's. */
const story = await startStory({ start: '2026-11-03 08:00' });
const { rita, tom, lena, ada, fiona, workspace, settle } = story;

const row = (customer: string, name: string) => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due: '2026-10-30',
  amount: '12400.00',
});

/** The platform tells; the app answers in its own time. */
async function leaves(userId: string, heard: () => boolean): Promise<void> {
  workspace.deactivate(userId);
  await workspace.until(heard, { what: `that ${userId} left`, withinMs: 30_000 });
  await settle();
}

describe('Rita’s account is closed on the platform', () => {
  test('so her calls go to somebody else at once, and nothing waits for her', async () => {
    const file = { name: 'open.csv', content: openItemsFile([row('1001', 'Werft Ost'), row('1002', 'Kai')]) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    await lena.slash('/assign werft @rita');
    await lena.slash('/assign kai @rita');
    await story.moveTo('2026-11-03 09:30');
    await leaves('U0RITA', () => lena.inbox().some((text) => text.includes('Rita Reyes left')));
    const before = rita.inbox().length;
    expect(await lena.slash('/calls')).toContain('Werft Ost');
    await story.moveTo('2026-11-03 16:30');
    expect(rita.inbox()).toHaveLength(before);
  });

  test('and the lead and the admin are told how many customers need an owner', () => {
    for (const one of [lena, ada]) {
      const told = one.inbox().filter((text) => text.includes('Rita Reyes left the workspace'));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('2 customers need a new owner: /assign evenly shares them out');
      expect(told[0]).toContain('2 open tasks went to');
    }
  });

  test('and sharing out evenly gives her customers to who is left', async () => {
    expect(await lena.slash('/assign evenly')).toContain('Moved 2 customers');
    expect(await tom.slash('/account kai')).toContain('owner Tom Tanner');
  });
});

describe('the last admin', () => {
  test('who leaves the platform passes the role on, because nobody could do it later', async () => {
    await leaves('U0ADA', () => story.max.inbox().some((text) => text.includes('left the workspace')));
    expect(await story.max.slash('/team')).toContain('admin');
  });
});
