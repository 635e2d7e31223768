import { describe, expect, it } from 'vitest';
import { matches } from '../../src/cli/play/check.js';
import { parseTranscript, TranscriptError } from '../../src/cli/play/transcript.js';

const categories = { labels: ['机关党员', '新党员'], probationary: '新党员' };
const parse = (source: string) => parseTranscript(source, categories);

describe('a transcript line', () => {
  it('is read as a scene, talk, or what the bot is expected to say', () => {
    const steps = parse(
      '@支部 一支部\n@党员 张三 机关党员 书记、支委\n张三> 你好\n机器人> 一\n  二\n张三>> [图片:证.jpg] /材料 1',
    );
    expect(steps.map((step) => step.kind)).toEqual(['branch', 'person', 'say', 'expect', 'say']);
    expect(steps[3]).toMatchObject({ said: '机器人> 一\n二' });
    expect(steps[4]).toMatchObject({
      inPrivate: true,
      files: [{ kind: 'picture', name: '证.jpg' }],
      text: '  /材料 1',
    });
  });

  it('goes on in the lines below that are indented by two blanks, with what they send', () => {
    const [, said, next] = parse('@支部 一\n张三>> /材料 1\n  [图片:证.jpg] 第二行\n    第三行\n张三> 二');
    expect(said).toMatchObject({
      text: '/材料 1\n  第二行\n  第三行',
      files: [{ kind: 'picture', name: '证.jpg' }],
      raw: '张三>> /材料 1\n  [图片:证.jpg] 第二行\n    第三行',
    });
    expect(next).toMatchObject({ text: '二', line: 5 });
  });

  it('the hour may have a colon of either width', () => {
    expect(parse('@支部 一\n@时间 2026-11-23\u300009\uff1a02')[1]).toMatchObject({
      at: '2026-11-23T09:02:00',
    });
  });

  it('预备党员 is a new member with the status 预备', () => {
    expect(parse('@支部 一\n@党员 甲 预备党员')[1]).toMatchObject({
      person: { category: '新党员', probationary: true },
    });
  });

  it.each([
    [1, '张三> 你好'],
    [1, '@党员 张三 机关党员'],
    [2, '@支部 一\n@党员 张三'],
    [2, '@支部 一\n@党员 张三 贵宾'],
    [2, '@支部 一\n@党员 张三 机关党员 主任'],
    [2, '@支部 一\n@时间 2026-02-30 09:00'],
    [2, '@支部 一\n@时间 昨天'],
    [2, '@支部 一\n@快进 一天'],
    [3, '@支部 一\n\n没有箭头的一行'],
  ])('is refused with its number (%i): %j', (line, source) => {
    expect(() => parse(source)).toThrow(TranscriptError);
    expect(() => parse(source)).toThrow(`第${line}行`);
  });
});

describe('an expected line', () => {
  it.each([
    ['机器人> …#1…+3…', '机器人> 已登记 #1:张三\n+3分', true],
    ['机器人> 已登记 #1:…', '机器人> 已登记 #1:张三', true],
    ['机器人> 已登记', '机器人> 已登记 #1', false],
    ['机器人> a.c', '机器人> abc', false],
    ['机器人> …', '机器人>>张三 你好', false],
  ])('%j fits %j: %s', (expected, said, fits) => {
    expect(matches(expected, said)).toBe(fits);
  });
});
