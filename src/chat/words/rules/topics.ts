import type { RulebookTopic } from '../../../app/help/says.js';
import { word } from '../../define.js';
import { anyItemWord } from './items.js';

/** What people call the readings that they ask for. */
const topics: Readonly<Record<string, RulebookTopic>> = {
  计分: 'scoring',
  基础分: 'scoring',
  证明: 'evidence',
  材料: 'evidence',
  请假: 'leave',
  考勤: 'leave',
  次数: 'quotas',
  党费: 'dues',
  等次: 'tiers',
  评优: 'tiers',
  否决: 'veto',
  一票否决: 'veto',
  公示: 'publication',
  表决: 'votes',
  类别: 'categories',
};

/** 13, or 请假: one item, or the readings about one thing. */
export const itemOrTopic = word<number | RulebookTopic>('项号', (input) => {
  const { tokens, at, end } = input;
  const text = at < end ? (tokens[at]?.text ?? '') : '';
  const topic = Object.hasOwn(topics, text) ? topics[text] : undefined;
  return topic === undefined ? anyItemWord.read(input) : { kind: 'taken', value: topic, next: at + 1 };
});
