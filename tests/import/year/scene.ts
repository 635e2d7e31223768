import type { CellValue } from 'hucre/xlsx';
import { commandLineCast } from '../../support/branch/test-branch.js';
import { workbook } from '../scene.js';

/** With somebody of the superior committee. */
export const cast = { ...commandLineCast, 周明: { kind: 'superior' as const, category: null } };
const title = ['党员日常积分汇总(公示)表'];
const branchLine = ['党支部名称(盖章):机关第一党支部 ( 2025 年度 )'];
/** Annex 3, as it is printed: headings broken into lines. */
export const head = [
  '党员姓名',
  '基础\n积分',
  '加分情况',
  '减分情况',
  '综合得分',
  '民主评\n议情况',
  '备注\n(含一票否决)',
];
export const members: CellValue[][] = [
  ['李强', 100, 10, 0, 110, '优秀', null],
  ['张三', 100, '公益活动+3、献血+5', '无', 108, '合格', null],
  ['王 芳', 100, null, '-15', 85, '合格', null],
  ['周涛', 100, 0, 40, 60, '不合格', null],
  ['赵敏', 100, 5, 5, 0, '不合格', '一票否决'],
];
const signatures = ['书记签字:', null, '记录员签字:', null, null, null, '2026年1月10日'];

const table = (lines: CellValue[][]): CellValue[][] => [title, branchLine, head, ...lines, signatures];
/** The whole sheet: title, branch and year above, signatures below. */
export const summary = (lines: CellValue[][], name = '2025汇总表.xlsx') =>
  workbook(
    table(lines),
    {
      merges: [
        { startRow: 0, endRow: 0, startCol: 0, endCol: 6 },
        { startRow: 1, endRow: 1, startCol: 0, endCol: 6 },
        { startRow: lines.length + 3, endRow: lines.length + 3, startCol: 0, endCol: 1 },
      ],
    },
    name,
  );
