import type { Headings, TableKind } from '../sheets/table.js';

export type ColumnName =
  'name' | 'category' | 'offices' | 'group' | 'partyJoinedOn' | 'phone' | 'joinedOn' | 'note';

/** The first of each is the heading of the template. */
export const headings: Headings<ColumnName> = {
  name: ['姓名', '党员姓名', '名字'],
  category: ['类别', '党员类别', '人员类别', '党员类型', '人员类型', '党员分类'],
  offices: ['职务', '党内职务', '支部职务', '党支部职务', '党内任职'],
  group: ['党小组', '所在党小组', '所属党小组', '小组'],
  partyJoinedOn: ['入党时间', '入党日期', '入党年月'],
  phone: ['手机', '手机号', '手机号码', '联系电话', '联系方式', '联系手机', '电话', '电话号码', '移动电话'],
  joinedOn: ['加入支部时间', '加入支部日期', '进入支部时间', '转入时间', '转入日期', '转入支部时间'],
  note: ['备注', '说明'],
};

export const columnNames = Object.keys(headings) as readonly ColumnName[];

export const rosterTable: TableKind<ColumnName> = {
  ...{ title: '名册', headings },
  marks: ['name'],
  needed: ['category'],
};
