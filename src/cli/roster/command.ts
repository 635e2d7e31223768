/** `npm run roster -- 名册.xlsx [--yes] [--branch 名称]`, `npm run roster -- --template [空名册.xlsx]`. */
import type { Config } from '../../config.js';
import type { LoadedRulebook } from '../../domain/rulebook/adopted.js';
import { projectFolder } from '../../project-folder.js';
import { withDatabaseFile } from '../../start/database-file.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';
import { resolve } from 'node:path';
import { shanghaiNow } from '../../clock.js';
import { fileOf } from '../../store/connection.js';
import { commandLine, isAgreed, refuse, withoutBranch, type Io } from '../command-line.js';
import { openImport, type Import } from './import.js';
import { sentenceOf } from './row.js';
import { importRows, strangeCategories } from './rows.js';
import { planText, problemText } from './show.js';
import { readRosterFile } from './table.js';
import { writeTemplate } from './template.js';

const usage = `用法：npm run roster -- 名册.xlsx [--yes] [--branch 支部名称]
      npm run roster -- --template 空名册.xlsx
先列出将要变动的内容，确认后才写入；不在终端里运行时要加 --yes 才写入。`;
const defaultTemplate = '空名册.xlsx';

interface Asked {
  readonly file: string;
  readonly branch: string | undefined;
  readonly yes: boolean;
}

export const run = commandLine({
  usage,
  options: {
    yes: { type: 'boolean', default: false },
    branch: { type: 'string' },
    template: { type: 'boolean', default: false },
  },
  read: ({ yes, branch, template }, [file, ...others]) => {
    if (others.length > 0) return undefined;
    if (template) return { template: file ?? defaultTemplate };
    if (file === undefined || branch?.trim() === '') return undefined;
    return { file, branch: branch?.trim(), yes };
  },
  run: async (asked, io) => {
    const config = io.config();
    const loaded = await loadRulebook(resolve(projectFolder(), config.RULEBOOK));
    if (!('template' in asked)) return importRoster(asked, config, loaded, io);
    await writeTemplate(asked.template, labelsOf(loaded));
    io.say(`已生成空名册：${asked.template}`);
    return 0;
  },
});

async function importRoster(asked: Asked, config: Config, loaded: LoadedRulebook, io: Io): Promise<number> {
  const roster = await readRosterFile(asked.file, {
    categories: labelsOf(loaded),
    today: shanghaiNow().slice(0, 10),
  });
  for (const notice of roster.notices) io.say(`提示：${sentenceOf(notice)}`);
  if (roster.problems.length > 0)
    return refuse(io, roster.problems.map(sentenceOf), '名册有误，没有导入。请改正后重新运行：');
  const branch = asked.branch ?? config.BRANCH_NAME;
  if (branch === undefined) return refuse(io, [], withoutBranch);
  const opened = await withDatabaseFile(resolve(fileOf(config.DATABASE_URL)), () =>
    openImport(config, loaded, branch, (own) => importRows(own, roster.rows)),
  );
  try {
    if (opened.madeKeyFile !== null)
      io.say(`已生成密钥文件 ${opened.madeKeyFile}：没有它数据库打不开，请另存一份妥善保管。`);
    io.say(`支部：${branch}`);
    const strange = strangeCategories(opened.rulebook, roster.rows);
    if (strange.length > 0)
      return refuse(io, strange, `本支部按细则${opened.rulebook.version}执行，没有导入。请改正后重新运行：`);
    if (opened.plan.problems.length > 0)
      return refuse(io, opened.plan.problems.map(problemText), '与现有名册有冲突，没有导入：');
    io.say(planText(opened.plan, opened.rulebook));
    return await write(opened, config, asked.yes, io);
  } finally {
    await opened.close();
  }
}

function labelsOf({ rulebook }: LoadedRulebook): readonly string[] {
  return rulebook.categories.map(({ label }) => label);
}

async function write(opened: Import, config: Config, yes: boolean, io: Io): Promise<number> {
  if (opened.plan.changes.length === 0) {
    io.say('没有变化。');
    return 0;
  }
  if (!yes && !(await isAgreed(io))) return 0;
  if (!(await opened.write())) return refuse(io, [], '没有写入：名册刚刚在别处有了变动，请重新运行。');
  io.say(`已写入 ${fileOf(config.DATABASE_URL)}。启动机器人时，终端会给出书记、上级和工委的认领码。`);
  return 0;
}
