/** Which of the two kinds of table a file holds, and what it would change. */
import type { Opened } from '../sheets/open.js';
import { wrong, type Read } from '../sheets/sheet.js';
import { comparePoints } from './points.js';
import type { Compare } from './session.js';
import { chooseTable, missed } from './table.js';
import { compareYear } from './year.js';

export interface Wanted {
  readonly sheet: string | undefined;
  readonly year: number | undefined;
}

/** Compares with the facts of the moment; or says why the file is no table to import. */
export function comparison(opened: Opened, fileName: string, { sheet, year }: Wanted): Read<Compare> {
  const chosen = chooseTable(opened, sheet);
  if (chosen === undefined) return wrong(noTable(opened, sheet));
  const { table, others } = chosen;
  const unread = others.map((name) => `工作表“${name}”没有读取；要导入它请加 --sheet ${name}。`);
  return {
    ok: true,
    value: (context) => {
      const compared =
        table.kind === 'year'
          ? compareYear(context, table, year, fileName)
          : comparePoints(context, table, year, fileName);
      return { ...compared, notices: [...compared.notices, ...unread] };
    },
  };
}

function noTable({ sheets }: Opened, wanted: string | undefined): string {
  if (wanted !== undefined && !sheets.some(({ name }) => name === wanted)) return `没有工作表“${wanted}”。`;
  return [
    `没有找到能导入的表。${missed(sheets)}前十行里要有一行列标题：`,
    '  积分登记表：姓名、日期、项号、级别、分值、事由、材料',
    '  上年度汇总表：党员姓名、基础积分、加分情况、减分情况、综合得分、民主评议情况、备注',
  ].join('\n');
}
