import type { LifeField } from '../../domain/roster/rows.js';
import type { Headings, TableKind } from '../sheets/table.js';

export type ColumnName =
  | 'name'
  | 'category'
  | 'offices'
  | 'group'
  | 'partyJoinedOn'
  | 'phone'
  | 'joinedOn'
  | 'regularOn'
  | LifeField
  | 'note';

/** The first of each is the heading of the template. */
export const headings: Headings<ColumnName> = {
  name: ['姓名', '党员姓名', '名字'],
  category: ['类别', '党员类别', '人员类别', '党员类型', '人员类型', '党员分类'],
  offices: ['职务', '党内职务', '支部职务', '党支部职务', '党内任职'],
  group: ['党小组', '所在党小组', '所属党小组', '小组'],
  partyJoinedOn: ['入党时间', '入党日期', '入党年月'],
  phone: ['手机', '手机号', '手机号码', '联系电话', '联系方式', '联系手机', '电话', '电话号码', '移动电话'],
  joinedOn: ['加入支部时间', '加入支部日期', '进入支部时间', '转入时间', '转入日期', '转入支部时间'],
  regularOn: ['转正时间', '转正日期'],
  gender: ['性别'],
  ethnicity: ['民族'],
  bornOn: ['出生年月', '出生日期', '出生年月日', '生日'],
  education: ['学历', '文化程度', '最高学历'],
  position: [
    '单位及职务',
    '工作单位及职务',
    '单位职务',
    '单位和职务',
    '工作单位',
    '行政职务',
    '工作单位及职务职称',
  ],
  note: ['备注', '说明'],
};

export const columnNames = Object.keys(headings) as readonly ColumnName[];

export const rosterTable: TableKind<ColumnName> = {
  ...{ title: '名册', headings },
  marks: ['name'],
  needed: ['category'],
};
