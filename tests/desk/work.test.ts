import { createCanvas } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, hasChromium, withPage } from '../support/web/browser.js';
import { hiddenOn, openBusyDesk, postTo, type DeskScene } from '../support/web/desk.js';

const picture = createCanvas(2, 2).toBuffer('image/png');
let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk();
});
afterAll(async () => {
  await closeBrowser();
  await scene.close();
});

describe.skipIf(!hasChromium())('the work of a day', () => {
  it('the secretary sees the evidence and rules; a form sent twice does nothing twice', async () => {
    const cookie = scene.sit('李强');
    await withPage(`${scene.url}/desk`, async (page) => {
      await page.context().addCookies([{ name: 'desk', value: cookie.slice(5), url: `${scene.url}/desk` }]);
      await page.goto(`${scene.url}/desk`);
      await page.locator('.proof img').first().waitFor();
      const fields = await hiddenOn(scene, '/desk', cookie);
      await page.getByRole('checkbox', { name: '勾选 #1' }).check();
      await page.getByRole('checkbox', { name: '勾选 #2' }).check();
      await page.getByRole('button', { name: '确认勾选的各条' }).click();
      await page.getByRole('status').waitFor();
      // The deduction has still to be heard: each is judged by itself.
      expect(await page.getByRole('status').textContent()).toMatch(/#1[^]*#2 暂不能认定/u);
      await page.getByRole('button', { name: '已当面听取，确认' }).click();
      await page.getByText('目前没有待办').waitFor();
      expect(scene.stage.sql('SELECT matter FROM ruling ORDER BY matter')).toEqual([
        { matter: 1 },
        { matter: 2 },
      ]);
      await postTo(scene, '/desk', cookie, { do: 'confirm:1', ...fields });
      const again = await postTo(scene, '/desk', cookie, {
        do: 'confirm:1',
        ...fields,
      });
      expect(await again.text()).toMatch(/刚才已经办过|已/u);
      expect(scene.stage.sql('SELECT COUNT(*) AS n FROM ledger_entry')).toEqual([{ n: 2 }]);
    });
  });

  it('the recorder calls an activity, the roll, and enters points with a picture for two', async () => {
    await withPage(`${scene.url}/desk`, async (page) => {
      const value = scene.sit('赵敏').slice(5);
      await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
      await page.goto(`${scene.url}/desk/activities`);
      await page.getByText('通知新活动').click();
      await page.getByRole('combobox', { name: /^类型/u }).selectOption({ label: '支部大会' });
      await page.getByLabel('时间').fill('2026-11-23T15:00');
      await page.getByLabel('地点').fill('三楼会议室');
      await page.getByRole('button', { name: '在群里通知' }).click();
      await page.getByRole('status').waitFor();
      expect(
        scene.stage.said.some(({ chat, text }) => chat.kind === 'group' && text.includes('三楼会议室')),
      ).toBe(true);
      await scene.stage.advance('2026-11-23T15:10:00');
      await page.goto(`${scene.url}/desk/activity?id=1`);
      await page.getByRole('group', { name: '张三' }).getByLabel('到').check();
      await page.getByRole('group', { name: '周涛' }).getByLabel('缺').check();
      await page.getByRole('button', { name: '登记点名' }).click();
      await page.getByRole('status').waitFor();
      await page.goto(`${scene.url}/desk/points`);
      await page.getByRole('button', { name: '登记，请书记认定' }).click();
      const whom = page.getByRole('group', { name: '为谁登记' });
      await whom.getByRole('checkbox', { name: '张三' }).check();
      await whom.getByRole('checkbox', { name: '周涛' }).check();
      await page.getByRole('combobox', { name: /^项目/u }).selectOption({ index: 1 });
      await page.getByLabel('事由').fill('植树 <b>');
      await page.getByLabel('材料').setInputFiles({
        name: '植树.png',
        mimeType: 'image/png',
        buffer: picture,
      });
      await page.getByRole('button', { name: '登记，请书记认定' }).click();
      await page.getByRole('status').waitFor();
      expect(await page.getByRole('status').textContent()).toMatch(/#3[^]*#4/u);
      await page.getByRole('button', { name: '撤回 #4' }).click();
      await page.getByText(/#4 已撤回/u).waitFor();
      expect(scene.stage.sql('SELECT number FROM matter WHERE state = ?', 'withdrawn')).toEqual([
        { number: 4 },
      ]);
    });
    const marks = scene.stage.sql<{ presence: string }>(
      "SELECT presence FROM attendance WHERE presence <> 'unrecorded' ORDER BY person",
    );
    expect(marks.map(({ presence }) => presence)).toEqual(['present', 'absent']);
  });

  it('a matter is ruled by the keyboard alone, and a page prints dark on white whatever the screen is', async () => {
    await scene.stage.say('赵敏', '/加分 周涛 9 调解 证明 张三、王芳');
    await scene.stage.whisper('张三', '/证明 5');
    await scene.stage.whisper('王芳', '/证明 5');
    const open = async (page: Page) => {
      const value = scene.sit('李强').slice(5);
      await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
      await page.goto(`${scene.url}/desk`);
    };
    await withPage(
      `${scene.url}/desk`,
      async (page) => {
        await open(page);
        // Enter in a field is no ruling, and least of all on the first matter.
        await page.locator('input[name^=reason-]').last().fill('再核一下');
        await page.locator('input[name^=reason-]').last().press('Enter');
        await page.getByText('还没有办理：').waitFor();
        expect(await page.locator('input[name^=reason-]').last().inputValue()).toBe('再核一下');
        expect(scene.stage.sql('SELECT * FROM ruling WHERE matter NOT IN (1, 2)')).toEqual([]);
        const focused = () => page.evaluate<string>('document.activeElement?.value ?? ""');
        for (let tabs = 0; tabs < 60 && (await focused()) !== 'confirm:5'; tabs += 1)
          await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.getByText(/#5 已认定/u).waitFor();
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const style = 'getComputedStyle(document.querySelector(".card"))';
        expect(await page.evaluate(`${style}.backgroundColor + ${style}.color`)).toBe(
          'rgb(255, 255, 255)rgb(0, 0, 0)',
        );
      },
      { colorScheme: 'dark' },
    );
  });
});
