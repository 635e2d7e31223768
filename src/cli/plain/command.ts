/** `npm run plain [-- 我周五请个假]`: how ordinary words are read, for writers of ways of saying. */
import { commandLine } from '../command-line.js';
import { measure, openOffice, sentencesOf } from './scene.js';

const usage = `用法：npm run plain [-- 一句话 [--as 姓名]]
在一个假想的支部里说这句话，看机器人怎样理解；不写就把 tests/plain 里的句子都试一遍，列出没听懂和听错的。`;

export const run = commandLine({
  usage,
  options: { as: { type: 'string' } },
  read: ({ as = '张三' }, words) => ({ who: as, sentence: words.join(' ') }),
  run: async ({ who, sentence }, { say }) => {
    const stage = await openOffice();
    try {
      if (sentence !== '') {
        for (const { text } of await stage.whisper(who, sentence)) say(text);
        return 0;
      }
      const wanted = await measure(stage, sentencesOf('propose'));
      const unwanted = await measure(stage, sentencesOf('silent'));
      const wrong = [...wanted.wrong, ...unwanted.wrong];
      for (const line of wanted.missed) say(`没听懂：${line}`);
      for (const line of wrong) say(`听错：${line}`);
      say(`听懂的占${(wanted.recall * 100).toFixed(1)}%，听错${wrong.length}句。`);
      return wrong.length === 0 ? 0 : 1;
    } finally {
      await stage.close();
    }
  },
});
