/** Reads `rulebooks/holidays-2027.yaml`: a year of holidays as the State Council announced it. A bad file stops the start. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { WorkingDays } from '../../domain/period/working-days.js';
import { addDays, weekdayOf, yearOf } from '../../domain/period/civil.js';
import { chineseWorkingDays, type HolidayYear } from '../../jobs/working-days.js';
import { OperatorError } from '../../operator-error.js';
import { projectFolder } from '../../project-folder.js';
import { isOversized } from './yaml-size.js';

const fileName = /^holidays-(\d{4})\.yaml$/u;
const day = z.iso.date({
  error: ({ input }) =>
    typeof input === 'string' ? `“${input}”不是日期，例：2027-10-01` : '应为日期，例：2027-10-01',
});

/** Notices give New Year's holiday a day or two of the year before. */
const daysBefore = 7;

function schemaOf(year: number) {
  const within = day.refine((date) => date >= addDays(`${year}-01-01`, -daysBefore) && yearOf(date) <= year, {
    error: ({ input }) => `“${String(input)}”不在${year}年`,
  });
  const weekend = within.refine((date) => weekdayOf(date) > 5, {
    error: ({ input }) => `“${String(input)}”不是周六或周日，不用写`,
  });
  return z
    .strictObject(
      {
        year: z.literal(year, { error: `应写 ${year}，与文件名一致` }),
        daysOff: z.array(within, { error: '应为放假日期的列表' }).min(1, { error: '至少写一天' }),
        workingWeekends: z.array(weekend, { error: '应为调休上班日期的列表，没有的写 []' }),
      },
      { error: '应有 year、daysOff、workingWeekends 三项，不要有别的' },
    )
    .refine(({ daysOff, workingWeekends }) => !workingWeekends.some((date) => daysOff.includes(date)), {
      path: ['workingWeekends'],
      error: '同一天不能既放假又上班',
    });
}

/** @throws OperatorError that names the file, the place and the reason */
export function readHolidayFiles(folder: string): readonly HolidayYear[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const year = fileName.exec(name)?.[1];
      return year === undefined ? [] : [readHolidayFile(join(folder, name), Number(year))];
    });
}

function readHolidayFile(path: string, year: number): HolidayYear {
  const read = schemaOf(year).safeParse(plainData(path));
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path: at, message }) => `  ${at.map(place).join('')}${message}`);
  throw new OperatorError([`节假日文件 ${path} 有误：`, ...lines].join('\n'));
}

/** daysOff第3项： */
function place(key: PropertyKey, index: number, all: readonly PropertyKey[]): string {
  const text = typeof key === 'number' ? `第${key + 1}项` : String(key);
  return index + 1 === all.length ? `${text}：` : text;
}

function plainData(path: string): unknown {
  try {
    const text = readFileSync(path, 'utf8');
    if (isOversized(text)) throw new RangeError('oversized');
    return parse(text);
  } catch (error) {
    throw new OperatorError(
      `节假日文件 ${path} 有误：\n  不是 YAML 文件，请对照 docs/OPERATIONS.md 的例子改正`,
      {
        cause: error,
      },
    );
  }
}

/** The working days of this installation. */
export function workingDaysHere(): WorkingDays {
  return chineseWorkingDays(readHolidayFiles(join(projectFolder(), 'rulebooks')));
}
