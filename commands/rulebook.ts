import { showRulebook } from '../src/app/help/show-rulebook.js';
import { defineCommand } from '../src/chat/define.js';
import { anyItemWord } from '../src/chat/words/items.js';

/** 细则: the items with their points, and the readings in force. */
export const command = defineCommand({
  name: '细则',
  mistakenFor: ['规则', '项目'],
  summary: '查看加减分项目和现行读法',
  words: { item: anyItemWord.optional() },
  examples: ['/细则', '/细则 13'],
  useCase: showRulebook,
  input: ({ item }) => ({ item: item ?? null }),
});
