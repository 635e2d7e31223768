/** `npm run import -- 文件 [--yes] [--by 姓名] [--year 年份] [--sheet 工作表] [--branch 名称]`. */
import { basename, resolve } from 'node:path';
import type { Bot } from '../../start/bot.js';
import { projectFolder } from '../../project-folder.js';
import { fileOf } from '../../store/connection.js';
import { withDatabaseFile } from '../../start/database-file.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';
import { openFile } from '../sheets/open.js';
import { openSilentBot } from '../silent-bot.js';
import { commandLine, isAgreed, refuse, withoutBranch, type Io } from '../command-line.js';
import { plainName } from './values.js';
import { comparison } from './compare.js';
import { look, operatorOf, write, type Compare, type ImportFile } from './session.js';

const usage = `用法：npm run import -- 文件.xlsx [--yes] [--by 姓名] [--year 年份] [--sheet 工作表] [--branch 支部名称]
把支部手工记的积分登记表（.xlsx 或 .csv）导入为待认定的登记，或把上年度汇总表导入为往年结果。
先列出将要登记的内容和有问题的行，确认后才写入；有一行不对就全部不导入。
  --yes     直接写入；不在终端里运行时，不加只是预览
  --by      由谁登记（记录员、书记或副书记）；不写是记录员。登记的人不能认定
  --year    表的年度，表题里写明的可不写
  --sheet   工作表名称，不写是第一张能导入的
  --branch  支部名称，不写按 .env 里的 BRANCH_NAME`;

interface Asked {
  readonly file: string;
  readonly yes: boolean;
  readonly by: string | undefined;
  readonly year: number | undefined;
  readonly sheet: string | undefined;
  readonly branch: string | undefined;
}

const text = { type: 'string' } as const;

export const run = commandLine({
  usage,
  options: { yes: { type: 'boolean', default: false }, by: text, year: text, sheet: text, branch: text },
  read: ({ yes, by, year, sheet, branch }, [file, ...others]): Asked | undefined => {
    const isBlank = [by, year, sheet, branch].some((value) => value?.trim() === '');
    if (file === undefined || others.length > 0 || isBlank) return undefined;
    if (year !== undefined && !/^20\d{2}$/u.test(year)) return undefined;
    const names = { by: by?.trim(), sheet: sheet?.trim(), branch: branch?.trim() };
    return { file, yes, ...names, year: year === undefined ? undefined : Number(year) };
  },
  run: async (asked, io) => {
    const config = io.config();
    const opened = await openFile(asked.file);
    if (!opened.ok) return refuse(io, [opened.wrong], '没有导入：');
    const name = plainName(basename(asked.file));
    const compare = comparison(opened.value, name, asked);
    if (!compare.ok) return refuse(io, [compare.wrong], '没有导入：');
    const branch = asked.branch ?? config.BRANCH_NAME;
    if (branch === undefined) return refuse(io, [], withoutBranch);
    const loaded = await loadRulebook(resolve(projectFolder(), config.RULEBOOK));
    const bot = await withDatabaseFile(resolve(fileOf(config.DATABASE_URL)), () =>
      openSilentBot(config, loaded, 'import'),
    );
    try {
      return await importInto(bot, branch, asked, { name, bytes: opened.value.bytes }, compare.value, io);
    } finally {
      await bot.stop();
    }
  },
});

async function importInto(
  bot: Bot,
  name: string,
  { by, yes }: Asked,
  file: ImportFile,
  compare: Compare,
  io: Io,
): Promise<number> {
  const branch = bot.store.branchNamed(name)?.id;
  if (branch === undefined)
    return refuse(io, [], `没有支部“${name}”。请先导入名册：npm run roster -- 名册.xlsx`);
  const operator = operatorOf(bot.store.snapshot(branch).facts, by);
  if (!operator.ok) return refuse(io, [], operator.wrong);
  io.say(`支部：${name}  登记人：${operator.value.name}`);
  const compared = await look(bot, branch, operator.value.id, file, compare);
  for (const notice of compared.notices) io.say(`提示：${notice}`);
  if (compared.problems.length > 0)
    return refuse(io, compared.problems, '文件有误，没有导入。请改正后重新运行：');
  io.say(compared.text);
  if (compared.intent === null) {
    io.say('没有变化。');
    return 0;
  }
  if (!yes && !(await isAgreed(io))) return 0;
  if (!(await write(bot, branch, operator.value.id, file, compare)))
    return refuse(io, [], '没有写入：支部的数据刚刚在别处有了变动，请重新运行。');
  io.say('已写入，等待认定。机器人运行时会告诉认定人；认定人在群里或私聊发送“/待办”办理。');
  return 0;
}
