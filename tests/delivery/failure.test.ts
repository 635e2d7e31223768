import { describe, expect, it } from 'vitest';
import { failureOf, ReportedFailure } from '../../src/app/failure.js';
import { personOf } from '../../src/domain/branch/people.js';
import { factsWith } from '../support/branch/branch-facts.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what a log says of an error', () => {
  it('is its class and where it arose, the innermost first', () => {
    const { error, at } = failureOf(thrownBy(() => personOf(factsWith(), 7)));
    expect(error).toBe('Error');
    expect(at[0]).toMatch(/^src\/domain\/branch\/people\.ts:\d+:\d+$/u);
  });

  it.each([
    ['a sentence with a name', '张三的手机号 13800001000'],
    ['lines that look like a stack', '无\n    at 张三 (src/zhangsan.ts:1:1)\n    at src/lisi.ts:2:2'],
  ])('never holds the message: %s', (_, message) => {
    const error = Object.assign(new RangeError(message), { code: 'SQLITE_BUSY' });
    expect(failureOf(error)).toMatchObject({ error: 'RangeError', code: 'SQLITE_BUSY' });
    expect(JSON.stringify(failureOf(error))).not.toMatch(/张三|1380000|zhangsan|lisi/u);
  });

  it('holds no class and no code that somebody could have written', () => {
    const error = Object.assign(new Error(''), { name: '张三', code: '李四 说' });
    expect(failureOf(error)).toMatchObject({ error: 'Error' });
    expect(failureOf(error)).not.toHaveProperty('code');
    expect(failureOf('张三')).toEqual({ error: 'string', at: [] });
  });

  it('passes unchanged from one thread to another', () => {
    const failure = { error: 'TypeError', code: 'X', at: ['src/forms/make.ts:1:1'] };
    const reported = new ReportedFailure(failure);
    expect(failureOf(reported)).toBe(failure);
    expect(reported.message).toBe('TypeError X src/forms/make.ts:1:1');
  });
});
