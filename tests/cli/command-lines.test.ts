import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { freshFolder } from '../support/processes/bot-server.js';
import { root } from '../support/root.js';

const place = freshFolder();
afterAll(() => place.remove());

writeFileSync(join(place.folder, '.env'), 'DATABASE_URL=file:./zhibu.db\nBRANCH_NAME=机关第一党支部\n');
writeFileSync(
  join(place.folder, '名册.csv'),
  '姓名,类别,职务\n李强,领导干部党员,书记\n赵敏,机关党员,记录员\n',
);
writeFileSync(join(place.folder, '积分.csv'), '姓名,日期,项号,分值,事由\n李强,2020-01-01,8,3,植树\n');

writeFileSync(
  join(place.folder, '对话.chat'),
  '@支部 机关第一党支部\n@时间 2026-11-23 09:00\n@党员 赵敏 机关党员 记录员\n赵敏>> /积分\n机器人>>赵敏 不会这么说\n',
);

/** The real command in a process of its own, started in the folder with `.env`, without a terminal. */
function start(...words: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const program = join(root, 'dist/src/cli/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: place.folder,
    encoding: 'utf8',
    env: { PATH, HOME },
  });
  return { code: status, out: stdout, err: stderr };
}

it('GIVEN a folder with .env THEN each command line does its work there and ends with 0', () => {
  const rulebook = start('rulebook', join(root, 'rulebooks/2018.yaml'));
  expect(rulebook).toMatchObject({ code: 0, err: '' });
  expect(rulebook.out).toContain('可以使用');
  const roster = start('roster', '名册.csv', '--yes');
  expect(roster).toMatchObject({ code: 0, err: '' });
  expect(roster.out).toMatch(/已生成密钥文件.*已写入/su);
  const imported = start('import', '积分.csv');
  expect(imported.out + imported.err).toContain('登记人：赵敏');
  const verified = start('verify');
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out).toContain('机关第一党支部：完好。0 条分录');
  const played = start('play', '对话.chat', '--check');
  expect(played).toMatchObject({ code: 1, err: expect.stringContaining('不会这么说') as string });
  expect(played.out).toContain('机器人>>赵敏 赵敏 2026年积分：100分');
});

it.each(['rulebook', 'roster', 'import', 'verify', 'plain', 'play'])(
  'npm run %s says what is wrong, and ends with it',
  (name) => {
    expect(start(name, '--nonsense')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(new RegExp(`^用法：npm run .*${name}`, 'u')) as string,
    });
  },
);
