import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeBrowser, hasChromium, withPage } from '../support/web/browser.js';
import { freshWorld, GROUP, privateOf } from '../support/web/local.js';
import { become, closePages, line, ready, say, serve, texts } from '../support/web/local-page.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8DAwMDAxAADCBYAG10BBdmz9y8AAAAASUVORK5CYII=',
  'base64',
);

afterEach(closePages);
afterAll(closeBrowser);

describe.skipIf(!hasChromium())('the page of the local group', () => {
  it('lets two people speak in the group, each in a window', async () => {
    const { url } = await serve(freshWorld().world);
    await withPage(`${url}?as=zhaomin`, (recorder) =>
      withPage(`${url}?as=wangfang`, async (witness) => {
        await ready(recorder, 'zhaomin');
        await ready(witness, 'wangfang');
        await say(recorder, '/加分 张三 8 公益活动');
        await line(witness, '已登记 #1').waitFor();
        await say(witness, '/证明 1');
        await line(recorder, '已登记 #1：王芳').waitFor();
        expect(await recorder.locator('.line-own').count()).toBe(1);
        expect(await texts(recorder)).toEqual(await texts(witness));
      }),
    );
  });

  it('shows a private chat only to its person, and that somebody has news', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      const dot = page.locator('#people .person', { hasText: '钱进' }).locator('.dot');
      expect(await dot.isVisible()).toBe(false);
      const heard: string[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/api/') && !response.url().includes('events'))
          void response.text().then((text) => heard.push(text));
      });
      await world.channel.send({ key: 'p', chat: privateOf('qianjin'), text: '只给钱进', files: [] });
      await dot.waitFor();
      expect(await page.locator('body').textContent()).not.toContain('只给钱进');
      await page.locator('.chat-link[data-chat=private]').click();
      await page.locator('.empty').waitFor();
      expect(heard.join()).not.toContain('只给钱进');

      await become(page, '钱进', 'qianjin');
      await line(page, '只给钱进').waitFor();
      expect(await dot.isVisible()).toBe(false);
    });
  });

  it('sends pictures and files, and shows them to the others', async () => {
    const { url } = await serve(freshWorld().world);
    await withPage(`${url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      await page
        .locator('#pick-pictures')
        .setInputFiles({ name: '献血证.png', mimeType: 'image/png', buffer: PNG });
      const note = { name: '通知.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
      await page.locator('#pick-files').setInputFiles([note, { ...note, name: '多余.pdf' }]);
      await page.getByLabel('去掉 多余.pdf').click();
      await say(page, '/申报 8 献血');
      await become(page, '李强', 'liqiang');
      const image = page.locator('#line-list .picture img');
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((node) => (node as unknown as { naturalWidth: number }).naturalWidth))
        .toBe(2);
      expect(await image.getAttribute('alt')).toBe('献血证.png');
      expect(await page.locator('#line-list .file-name').allTextContents()).toEqual(['通知.pdf']);
      const download = page.waitForEvent('download');
      await page.locator('#line-list a.file').click();
      expect((await download).suggestedFilename()).toBe('通知.pdf');
    });
  });

  it('takes a picture that is pasted or dropped', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      for (const [target, type, field] of [
        ['#say', 'paste', 'clipboardData'],
        ['.lines', 'drop', 'dataTransfer'],
      ])
        await page.evaluate(`{
          const carried = new DataTransfer();
          carried.items.add(new File([new Uint8Array([0xff, 0xd8, 0xff])], '${type}.jpg', { type: 'image/jpeg' }));
          const event = new Event('${type}', { bubbles: true, cancelable: true });
          Object.defineProperty(event, '${field}', { value: carried });
          document.querySelector('${target}').dispatchEvent(event);
        }`);
      await say(page, '两张图');
      const { files } = world.history(GROUP, undefined, 1)[0]!;
      expect(files.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
        'picture paste.jpg',
        'picture drop.jpg',
      ]);
    });
  });

  it('shows what people say as text, never as HTML', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>&lt;b&gt;';
    await world.channel.send({
      key: 'x',
      chat: GROUP,
      text: `“/证明 ${attack.slice(0, 12)}”${attack}`,
      files: [],
    });
    await withPage(`${url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      await say(page, `${attack}\n第二行`);
      expect(await texts(page)).toContain(`${attack}\n第二行`);
      expect(await page.locator('#line-list img[src="x"], #line-list script, #line-list b').count()).toBe(0);
      expect(await page.title()).toBe('机关第一党支部 · 支部机器人');
    });
  });

  it('is used by keyboard alone', async () => {
    const { url } = await serve(freshWorld().world);
    await withPage(`${url}?as=liqiang`, async (page) => {
      await ready(page, 'liqiang');
      await page.locator('#people input:checked').focus();
      await page.keyboard.press('ArrowDown');
      await ready(page, 'qianjin');
      const reached = (id: string): Promise<boolean> =>
        page
          .locator(`#${id}`)
          .evaluate((node) =>
            (node as unknown as { matches(selector: string): boolean }).matches(':focus-visible'),
          );
      for (let step = 0; step < 8 && !(await reached('say')); step += 1) await page.keyboard.press('Tab');
      await page.keyboard.type('第一行');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('第二行');
      await page.keyboard.press('Enter');
      await line(page, '第一行\n第二行').waitFor();
      expect(await reached('say')).toBe(true);
    });
  });

  it('does not send while an input method composes', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=liqiang`, async (page) => {
      await ready(page, 'liqiang');
      await page.locator('#say').fill('/jifen');
      for (const composing of [{ isComposing: true }, { keyCode: 229 }])
        await page.locator('#say').dispatchEvent('keydown', { key: 'Enter', bubbles: true, ...composing });
      expect(world.after(0, 10)).toEqual([]);
      await page.locator('#say').press('Enter');
      await line(page, '/jifen').first().waitFor();
    });
  });

  it('puts a tapped command into the composer without sending it', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await world.channel.send({
      key: 'c',
      chat: privateOf('liqiang'),
      text: '回复“/确认 1”或“/驳回 1 理由”。例：/请假 支部大会',
      files: [],
    });
    await withPage(`${url}?as=liqiang#private`, async (page) => {
      await ready(page, 'liqiang');
      expect(await page.locator('.command').allTextContents()).toEqual([
        '/确认 1',
        '/驳回 1 理由',
        '/请假 支部大会',
      ]);
      expect(await texts(page)).toEqual(['回复“/确认 1”或“/驳回 1 理由”。例：/请假 支部大会']);
      await page.getByRole('button', { name: '/驳回 1 理由' }).click();
      await page.keyboard.type('材料不清');
      expect(await page.locator('#say').inputValue()).toBe('/驳回 1 材料不清');
      await page.locator('.chip', { hasText: '/待办' }).click();
      expect(await page.locator('#say').inputValue()).toBe('/待办');
      expect(world.after(0, 10)).toHaveLength(1);
    });
  });
});
