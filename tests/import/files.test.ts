import { deflateRawSync } from 'node:zlib';
import { writeFileSync, truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/cli/sheets/open.js';
import { measured } from '../../src/cli/sheets/zip-size.js';
import { importFile, open, workbook, written } from './scene.js';

const head = ['姓名', '日期', '项号', '分值', '事由'];

/** An archive of one file. @param claimed the size that its table of contents states */
function archive(content: Uint8Array, claimed: number): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

describe('a file that would hurt', () => {
  test('a bomb is measured, whatever its table of contents says', async () => {
    const bomb = archive(Buffer.alloc(60_000_000), 100);
    expect(bomb.length).toBeLessThan(100_000);
    const opened = await openFile(written('炸弹.xlsx', bomb));
    expect(opened).toEqual({ ok: false, wrong: expect.stringContaining('解开后太大') as string });
  });

  test('both sides of the limit', () => {
    const content = archive(Buffer.alloc(1_000), 1_000);
    expect(measured(content, 1_000)).toBe('fits');
    expect(measured(content, 999)).toBe('tooLarge');
    expect(measured(Buffer.from('no archive'), 1)).toBe('odd');
    expect(measured(new Uint8Array(), 1)).toBe('odd');
  });

  test('20 megabytes are read, one byte more is not', async () => {
    const path = written('大.csv', '');
    truncateSync(path, 20_000_000);
    const most = await openFile(path);
    expect(most.ok || most.wrong).not.toContain('超过 20 兆');
    truncateSync(path, 20_000_001);
    expect(await openFile(path)).toEqual({
      ok: false,
      wrong: expect.stringContaining('超过 20 兆') as string,
    });
  });

  test.each([
    ['no workbook', '图片.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'), '这不是 Excel 工作簿'],
    ['an old one', '旧.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧格式（.xls）'],
    ['nothing', '空.csv', Buffer.alloc(0), '是空文件'],
    ['an archive of something else', '归档.xlsx', archive(Buffer.from('x'), 1), '这不是 Excel 工作簿'],
  ])('%s', async (_, name, bytes, sentence) => {
    const branch = await open();
    expect((await importFile(branch, written(name, bytes))).problems[0]).toContain(sentence);
  });
});

describe('which table of a file', () => {
  test('the first that can be imported; further ones are named, and --sheet takes them', async () => {
    const branch = await open();
    const { writeXlsx } = await import('hucre/xlsx');
    const line = (day: string) => [head, ['张三', day, 8, 3, '植树']];
    const path = written('三张.xlsx', '');
    writeFileSync(
      path,
      await writeXlsx({
        sheets: [
          { name: '说明', rows: [['怎样填写']] },
          { name: '上半年', rows: line('2026-03-05') },
          { name: '下半年', rows: line('2026-09-05') },
        ],
      }),
    );
    const first = await importFile(branch, path);
    expect(first.text).toContain('3月5日');
    expect(first.notices).toEqual(['工作表“下半年”没有读取；要导入它请加 --sheet 下半年。']);
    expect((await importFile(branch, path, { sheet: '下半年' })).text).toContain('9月5日');
    expect((await importFile(branch, path, { sheet: '三季度' })).problems).toEqual(['没有工作表“三季度”。']);
    // Both come from one file, which is stored once.
    await importFile(branch, path, { sheet: '上半年', yes: true });
    await importFile(branch, path, { sheet: '下半年', yes: true });
    expect(branch.sql<{ n: number }>('SELECT COUNT(*) AS n FROM file')).toEqual([{ n: 1 }]);
  });

  test('a hidden sheet is not read', async () => {
    const branch = await open();
    const rows = [head, ['张三', '2026-03-05', 8, 3, '植树']];
    const result = await importFile(branch, await workbook(rows, { hidden: true }));
    expect(result.problems[0]).toMatch(/没有找到能导入的表|这不是 Excel 工作簿/u);
  });
});
