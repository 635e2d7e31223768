import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMarkdown } from '../../../src/channels/wecom/sender.js';

const shown = (text: string) => asMarkdown(text, 20_480);

describe('nothing people write becomes markup', () => {
  it.each([
    ['**急**', '＊＊急＊＊'],
    ['`rm`', '｀rm｀'],
    ['<@zhangsan> <font color="red">', '＜@zhangsan> ＜font color="red">'],
    ['[点我](http://x.cn)', '[点我］(http://x.cn)'],
    ['![图](http://x.cn/a.png)', '![图］(http://x.cn/a.png)'],
    ['# 标题', '＃ 标题'],
    ['  ## 标题', '  ＃＃ 标题'],
    ['> 引用', '＞ 引用'],
    ['- 项\n+ 项\n3. 项', '－ 项\n＋ 项\n3． 项'],
    ['标题\n---', '标题\n－－－'],
    ['|a|b|\n|-|:-:|', '|a|b|\n|－|:－:|'],
    ['~~删~~', '～～删～～'],
    ['_斜_', '＿斜＿'],
    ['反\\斜', '反＼斜'],
    ['&lt;b&gt;', '＆lt;b＆gt;'],
    ['    代码', '\u3000\u3000代码'],
  ])('%j → %j', (text, expected) => expect(shown(text)).toBe(expected));
});

describe("the bot's words look as written", () => {
  it.each([
    '已登记 #1：张三同志 第8项“公益活动” +3分（11月23日（周一））。还缺证明：请两位同志回复“/证明 1”。',
    '#1 已认定:张三同志 +3分,现103分。',
    '张三 2026年积分:103分\n基础 100\n+3 第8项“公益活动” 11月23日(周一)\n-2 第16项',
    '待认定 #1：张三\n  登记：赵敏  证明：王芳、孙伟\n  回复“/确认 1”或“/驳回 1 理由”。',
    '用法:/关怀 姓名 家庭|身体|愿望|困难 内容',
    '已备份到 zhibu_2026_11.db,a_b',
    '支部大会@11-28 15:00',
    '1、党员\n2、群众',
  ])('%s', (text) => expect(shown(text)).toBe(text));
});

it("never exceeds the service's limit, and keeps every line", () => {
  const signs = fc.constantFrom(
    '*',
    '<',
    '#',
    ' ',
    '\n',
    '_',
    '-',
    '1.',
    '张',
    '[a](b)',
    '`',
    '\\',
    '&amp;',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 300 }), (parts) => {
      const text = parts.join('');
      const most = Buffer.byteLength(text);
      const narrow = asMarkdown(text, most);
      expect(Buffer.byteLength(narrow)).toBeLessThanOrEqual(most);
      for (const said of [narrow, shown(text)]) {
        expect(said).not.toMatch(/[*`<\\]|\]\(|^[ \t]*#+[ \t]|^ {4}.*\S/mu);
        expect(said.split('\n')).toHaveLength(text.split('\n').length);
      }
    }),
  );
});
