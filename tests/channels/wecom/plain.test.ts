import { afterEach, beforeEach, expect, it } from 'vitest';
import { group } from './scene.js';
import { openWecomBot, type WecomBot } from './bot-scene.js';

let scene: WecomBot;
beforeEach(async () => {
  scene = await openWecomBot();
});
afterEach(async () => {
  expect(scene.service.broken).toEqual([]);
  await scene.close();
});

const offered = (text: string) => (shown: { readonly card?: unknown; readonly text: string }) =>
  shown.card !== undefined && shown.text.includes(text);

it('GIVEN ordinary words in private WHEN 就这样 is pressed THEN it is done once, and an older card does nothing', async () => {
  await scene.say('赵敏', null, '登记一下，张三公益活动加分，社区清雪');
  const { card } = await scene.shows(offered('您是想登记加分吗'));
  await scene.press('赵敏', null, card!, '就这样');
  await scene.shows(({ text }) => text.includes('已登记 #1：张三同志'));
  await scene.press('赵敏', null, card!, '就这样');
  expect(scene.sql('SELECT number FROM matter')).toHaveLength(1);
});

it('WHEN 不是 is pressed THEN nothing is done', async () => {
  await scene.say('赵敏', null, '登记一下，张三公益活动加分，社区清雪');
  const { card } = await scene.shows(offered('您是想登记加分吗'));
  await scene.press('赵敏', null, card!, '不是');
  await scene.shows(({ text }) => text.includes('好，没有办理。'));
  expect(scene.sql('SELECT number FROM matter')).toHaveLength(0);
});

it('GIVEN the bot is called in the group THEN a reason goes to private, and 是 is heard when it is called again', async () => {
  // WeCom lets the bot write only to who has written to it.
  await scene.say('赵敏', null, '/待办');
  await scene.say('赵敏', group, '登记一下，张三公益活动加分，社区清雪');
  await scene.shows(({ text }) => text.includes('已私信答复您。'));
  await scene.shows(offered('您是想登记加分吗'));
  await scene.say('赵敏', group, '是');
  await scene.shows(({ text }) => text.includes('已登记 #1'));
});
