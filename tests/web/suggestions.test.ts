import { afterAll, beforeAll, expect, it } from 'vitest';
import { founder } from '../../src/cli/stage/founder.js';
import { openStage, type Stage } from '../../src/cli/stage/stage.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { suggestionsFor } from '../../src/start/places/suggestions.js';

const { rulebook } = await loadRulebook('rulebooks/2018.yaml');
let stage: Stage;
let branch: string;
beforeAll(async () => {
  stage = await openStage({ rulebook: await loadRulebook('rulebooks/2018.yaml') });
  branch = await stage.found('机关第一党支部', [
    founder('李强', { offices: ['secretary'] }),
    founder('赵敏', { offices: ['recorder'] }),
    founder('高山'),
  ]);
});
afterAll(() => stage.close());

const lines = (account: string) => {
  const { facts } = stage.bot.store.snapshot(branch);
  const speaking = { facts, rulebook, channel: 'play', account, now: stage.clock.now() };
  return suggestionsFor(stage.bot.catalogue, speaking).map(({ line }) => line);
};
const about = (account: string) => lines(account).filter((line) => /^\/(请假|签到|点名|结束)/u.test(line));

it('names people of the branch, and of activities only one that is announced', async () => {
  expect(about('高山')).toEqual([]);
  expect(about('赵敏')).toEqual([]);
  expect(lines('赵敏').join('\n')).not.toMatch(/张三|王芳/u);
  await stage.say('赵敏', '/活动 主题党日 11月28日15:00 社区');
  expect(about('高山')).toEqual(['/请假 主题党日', '/签到']);
  expect(about('赵敏').map((line) => line.replace(/到 .*/u, '到 …'))).toEqual([
    ...['/请假 主题党日', '/签到', '/点名 主题党日 到 …', '/结束 主题党日'],
  ]);
  await stage.say('赵敏', '/取消活动 主题党日 改在下月');
  expect(about('赵敏')).toEqual([]);
});
