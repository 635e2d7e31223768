import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../src/cli/roster/row.js';
import { readRosterFile } from '../../src/cli/roster/table.js';
import { problemsOf, read, workbook } from './files.js';

const usual = ['姓名', '类别', '职务', '党小组', '入党时间', '手机', '加入支部时间', '备注'];

describe('a good roster', () => {
  test('is read row by row, with the line that Excel shows', async () => {
    const roster = await read([
      usual,
      ['张三', '机关党员', '支委、党小组组长', '第一小组', '2001-06', '138 0013 8000', '2026-03-15', '随便'],
      [],
      ['李强', '领导干部党员', '书记'],
      ['郑新', '预备党员'],
      ['孙伟', '群众'],
      ['周建平', '上级'],
      ['吴工', '工委'],
    ]);
    expect(roster.problems).toEqual([]);
    expect(roster.notices).toEqual([]);
    expect(roster.rows).toEqual([
      {
        line: 2,
        name: '张三',
        kind: 'member',
        category: '机关党员',
        probationary: false,
        offices: ['committeeMember', 'groupLeader'],
        group: '第一小组',
        partyJoinedOn: '2001-06',
        phone: '13800138000',
        joinedOn: '2026-03-15',
      },
      {
        line: 4,
        name: '李强',
        kind: 'member',
        category: '领导干部党员',
        probationary: false,
        offices: ['secretary'],
      },
      { line: 5, name: '郑新', kind: 'member', category: '新党员', probationary: true, offices: [] },
      { line: 6, name: '孙伟', kind: 'mass', category: null, probationary: false, offices: [] },
      { line: 7, name: '周建平', kind: 'superior', category: null, probationary: false, offices: [] },
      { line: 8, name: '吴工', kind: 'inspector', category: null, probationary: false, offices: [] },
    ]);
  });

  test('may hold what the card shows of a life', async () => {
    const { rows, problems } = await read([
      ['姓名', '类别', '性别', '民族', '出生年月', '学历', '工作单位及职务', '转正时间'],
      ['张三', '机关党员', '女', '汉', '1985.03', '大学本科', '办公室 四级调研员', '2011-07-01'],
      ['李强', '机关党员', '先生'],
    ]);
    expect(rows[0]).toMatchObject({
      gender: '女',
      ethnicity: '汉族',
      bornOn: '1985-03',
      education: '大学本科',
    });
    expect(rows[0]).toMatchObject({ position: '办公室 四级调研员', regularOn: '2011-07-01' });
    expect(problems.map(sentenceOf)).toEqual(['第3行“性别”：“先生”请写男或女。']);
  });

  test('may have a title above, headings in any order and dress, and a counter', async () => {
    const roster = await read(
      [
        ['机关第一党支部名册'],
        [],
        ['序号', '手 机\n（必填）*', '党员类别', '　姓　名　'],
        [1, 13800138000, ' 窗口 党员', '张三'],
      ],
      { merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 3 }] },
    );
    expect(problemsOf(roster)).toEqual([]);
    expect(roster.notices).toEqual([]);
    expect(roster.rows).toMatchObject([
      { line: 4, name: '张三', category: '窗口党员', phone: '13800138000' },
    ]);
  });

  test('names the columns and sheets that were left aside', async () => {
    const path = await workbook([
      { name: '说明', rows: [['请先看这里']] },
      {
        name: '一支部',
        rows: [
          ['姓名', '类别', '籍贯', ''],
          ['张三', '群众', '吉林', '?'],
        ],
      },
      {
        name: '二支部',
        rows: [
          ['姓名', '类别'],
          ['李四', '群众'],
        ],
      },
      { name: '旧', rows: [['姓名', '类别']], hidden: true },
    ]);
    const roster = await readRosterFile(path);
    expect(roster.rows).toMatchObject([{ name: '张三' }]);
    expect(roster.notices.map(sentenceOf)).toEqual([
      '“籍贯”一列不认识，没有读取。',
      '“D列（无标题）”一列不认识，没有读取。',
      '工作表“二支部”没有读取，只读“一支部”。',
    ]);
  });

  test('takes the categories of the rulebook in force', async () => {
    const rows = [
      ['姓名', '类别'],
      ['张三', '驻村党员'],
    ];
    expect(problemsOf(await read(rows))).toHaveLength(1);
    expect(problemsOf(await read(rows, {}, { categories: ['驻村党员'] }))).toEqual([]);
  });
});

describe('what is wrong is named with line, column and what would be right', () => {
  test('in every row at once', async () => {
    const roster = await read([
      usual,
      ['', '机关党员'],
      ['张三', '机关干部'],
      ['李四', '机关党员', '科长'],
      ['王五', '机关党员', '', '', '2019-13-01', '0431-1234567', '2026-03'],
      ['赵六', '机关党员'],
    ]);
    expect(roster.rows.map((row) => row.name)).toEqual(['赵六']);
    expect(problemsOf(roster)).toEqual([
      '第2行“姓名”：姓名是空的，请填写。',
      '第3行“类别”：没有“机关干部”这一类别，请填：领导干部党员、党务干部党员、机关党员、事业党员、窗口党员、新党员、离退休党员、预备党员、群众、上级、工委。',
      '第4行“职务”：“科长”不是支部职务，请填：书记、副书记、支委、党小组组长、记录员、监督员；行政职务请写在“备注”。',
      '第5行“入党时间”：“2019-13-01”里没有13月，请写成 2019-07-01。',
      '第5行“手机”：“0431-1234567”不是11位手机号，请核对，如 13800138000。',
      '第5行“加入支部时间”：“2026-03”要写到日（考勤从这一天算起），如 2026-03-01。',
    ]);
  });

  test('formulas, errors and merged cells are not taken over', async () => {
    const roster = await read(
      [usual.slice(0, 3), ['张三', '机关党员'], ['#N/A', '机关党员'], ['李四', '机关党员'], ['', '机关党员']],
      {
        cells: new Map([
          ['1,0', { formula: 'B9&C9', value: '张三' }],
          ['2,0', { type: 'error', value: '#N/A' }],
        ]),
        merges: [{ startRow: 3, endRow: 4, startCol: 0, endCol: 0 }],
      },
    );
    expect(problemsOf(roster)).toEqual([
      '第4至5行有合并的单元格，请取消合并，逐行逐列填写。',
      '第2行“姓名”：单元格是公式，请复制后“选择性粘贴”为数值。',
      '第3行“姓名”：单元格显示错误“#N/A”，请改正。',
      '第5行“姓名”：姓名是空的，请填写。',
    ]);
  });

  test.each([
    ['no heading', [['张三', '机关党员']], '没有找到“姓名”一列'],
    ['no categories', [['姓名'], ['张三']], '没有找到“类别”'],
    [
      'a column twice',
      [
        ['姓名', '类别', '手机', '联系电话'],
        ['张三', '群众'],
      ],
      '“手机”一列出现了两次',
    ],
    ['nobody', [['姓名', '类别']], '名册里一个人也没有'],
  ])('%s', async (_, rows, sentence) => {
    expect(problemsOf(await read(rows)).join()).toContain(sentence);
  });

  test('5,000 people are read, one more is refused', async () => {
    const people = Array.from({ length: 5_000 }, (_, at) => [`张三${at}`, '群众']);
    const full = await read([['姓名', '类别'], ...people]);
    expect(full.problems).toEqual([]);
    expect(full.rows).toHaveLength(5_000);
    expect(problemsOf(await read([['姓名', '类别'], ...people, ['李四', '群众']]))).toEqual([
      '名册有5001行，最多5000行，请按支部分开。',
    ]);
  });
});

describe('rows are looked at together', () => {
  const twoOf = (first: string[], second: string[]) =>
    read([['姓名', '类别', '党小组', '手机'], first, second]);
  const apart =
    '第3行“姓名”：与第2行的“王伟”分不开：若是同一人请删去一行，若是两人请填写不同的党小组或手机。';

  test.each([
    ['category', ['王伟', '机关党员'], ['王伟', '窗口党员']],
    ['group', ['王伟', '机关党员', '一组'], ['王伟', '机关党员', '二组']],
    ['telephone', ['王伟', '机关党员', '', '13800138000'], ['王伟', '机关党员', '', '13800138001']],
  ])('one name is told apart by %s', async (_, first, second) => {
    expect(problemsOf(await twoOf(first, second))).toEqual([]);
  });

  test.each([
    ['nothing differs', ['王伟', '机关党员'], ['王 伟', '机关党员']],
    ['only one has a group', ['王伟', '机关党员', '一组'], ['王伟', '机关党员']],
    [
      'the telephone is the same',
      ['王伟', '机关党员', '', '13800138000'],
      ['王伟', '窗口党员', '', '13800138000'],
    ],
  ])('one name is asked about when %s', async (_, first, second) => {
    expect(problemsOf(await twoOf(first, second))).toEqual([apart]);
  });

  test.each([
    [['书记'], ['书记'], '第3行“职务”：书记只能有一人，第2行的甲已是书记，请改正其中一行。'],
    [['记录员'], ['考核记录员'], '第3行“职务”：记录员只能有一人，第2行的甲已是记录员，请改正其中一行。'],
    [['书记,记录员'], [''], '记录员不能由书记或副书记兼任'],
    [['副书记/记录员'], [''], '记录员不能由书记或副书记兼任'],
    [['监督员 记录员'], [''], '记录员和监督员不能是同一人'],
    [['党小组组长'], [''], '党小组组长要在“党小组”一列写明是哪个小组'],
  ])('offices %j and %j', async (first, second, sentence) => {
    const roster = await read([
      ['姓名', '类别', '职务'],
      ['甲', '机关党员', ...first],
      ['乙', '机关党员', ...second],
    ]);
    expect(problemsOf(roster)).toHaveLength(1);
    expect(problemsOf(roster)[0]).toContain(sentence);
  });

  test('two deputies are no problem, an office for 群众 is one', async () => {
    const deputies = [
      ['姓名', '类别', '职务'],
      ['甲', '机关党员', '副书记'],
      ['乙', '机关党员', '支部副书记、组织委员'],
    ];
    expect(problemsOf(await read(deputies))).toEqual([]);
    expect(
      problemsOf(
        await read([
          ['姓名', '类别', '职务'],
          ['丙', '群众', '支委'],
        ]),
      ),
    ).toEqual(['第2行“职务”：只有党员能担任支部职务，请改类别或清空职务。']);
  });
});
