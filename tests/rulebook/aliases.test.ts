/** 别的说法: what people call an item, an activity or a leave; each says one thing only. */
import { expect, it } from 'vitest';
import { refusal } from './refusal.js';
import { accepted, editedYaml, type Edit } from './variant.js';

const items = ['items', 1, 'aliases'] as const;
const activities = ['activities', 'kinds', 2, 'aliases'] as const;
const leave = ['leave', 'kinds', 3, 'aliases'] as const;

it.each<readonly [Edit, string]>([
  [[items, ['金点子']], '金点子'],
  [[items, ['建议', '受表彰']], '受表彰'],
  [[activities, ['上党课']], '上党课'],
  [[activities, ['支部大会']], '支部大会'],
  [[leave, ['住院']], '住院'],
  [[leave, ['公出']], '公出'],
])(
  'GIVEN %j, which another entry has THEN the file is refused, and the word is named',
  async (edit, word) => {
    expect((await refusal(editedYaml(edit))).join('\n')).toContain(word);
  },
);

it.each<readonly [Edit]>([
  [[items, ['植树', '帮老人']]],
  [[activities, ['小组例会']]],
  [[leave, ['陪产']]],
  // One word may stand in two lists: a meeting is never an item.
  [[items, ['志愿服务']]],
])('GIVEN %j, which nothing else is called THEN the file is accepted', (edit) => {
  expect(() => accepted(edit)).not.toThrow();
});
