import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { money } from '../../src/core/money.ts';
import { overdueTrend } from '../../src/reports/overdue-trend.ts';
import { buildPage } from '../support/browser/build-page.ts';
import { findChromium, openChromium } from '../support/browser/chromium.ts';
import { visit } from '../support/browser/visitor.ts';
import { CHANNEL, openOffice } from '../workspace/support/office.ts';

const chromium = findChromium();
const folder = mkdtempSync(join(tmpdir(), 'dunwell-picture-'));
const pageFolder = join(folder, 'page');
if (chromium !== undefined) await buildPage(pageFolder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(chromium === undefined)(
  'a picture is told in words to whoever cannot see it, and a press shows it large, on a phone too',
  async () => {
    const { workspace, app } = await openOffice(undefined, { pageFolder });
    const context = await openChromium(chromium ?? '', join(folder, 'profile'));
    try {
      await showTrend(app.client);
      const { page, faults } = await visit(context, workspace.pageUrl, folder);
      const picture = page.getByRole('img', { name: 'Overdue: now €90.00.' });
      await picture.waitFor();
      await page.setViewportSize({ width: 360, height: 700 });
      expect((await picture.boundingBox())?.width).toBeLessThan(340);
      await page.getByRole('button', { name: 'Enlarge: Trend' }).click();
      const large = page.getByRole('dialog', { name: 'Trend' });
      await large.getByText('Overdue: now €90.00.', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await large.waitFor({ state: 'hidden' });
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  },
);

async function showTrend(client: Awaited<ReturnType<typeof openOffice>>['app']['client']): Promise<void> {
  const bytes = await overdueTrend('EUR', [{ label: 'now', overdue: money(90_00n, 'EUR') }]).draw();
  const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename: 'trend.png',
    length: bytes.length,
  });
  await fetch(url, { method: 'POST', body: Uint8Array.from(bytes) });
  await client.files.completeUploadExternal({ files: [{ id, title: 'trend' }] });
  const title = { type: 'plain_text', text: 'Trend' } as const;
  await client.chat.postMessage({
    channel: CHANNEL,
    text: 'trend',
    blocks: [{ type: 'image', slack_file: { id }, alt_text: 'Overdue: now €90.00.', title }],
  });
}
