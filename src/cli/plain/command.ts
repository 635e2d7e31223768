/** `npm run plain [-- 我周五请个假]`: how ordinary words are read, for writers of ways of saying. */
import { commandLine } from '../command-line.js';
import { measure, openOffice, sentencesIn, sentencesOf } from './scene.js';

const usage = `用法：npm run plain [-- 一句话 [--as 姓名] | --from 文件]
在一个假想的支部里说这句话，看机器人怎样理解；不写就把 tests/plain 里的句子都试一遍，列出没听懂和听错的；--from 试另一个文件里的（每行：谁｜说的话｜命令）。`;

export const run = commandLine({
  usage,
  options: { as: { type: 'string' }, from: { type: 'string' } },
  read: ({ as = '张三', from }, words) => ({ who: as, sentence: words.join(' '), from }),
  run: async ({ who, sentence, from }, { say }) => {
    const stage = await openOffice();
    try {
      if (sentence !== '') {
        for (const { text } of await stage.whisper(who, sentence)) say(text);
        return 0;
      }
      const all =
        from === undefined ? [...sentencesOf('propose'), ...sentencesOf('silent')] : sentencesIn(from);
      const wanted = await measure(
        stage,
        all.filter(([, , line]) => line !== null),
      );
      const unwanted = await measure(
        stage,
        all.filter(([, , line]) => line === null),
      );
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
