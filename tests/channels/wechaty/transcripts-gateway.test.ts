import { describe, it } from 'vitest';
import { demandSameLedger } from './stage.js';

/**
 * One of each part of the main job; tests/channels/wechaty/transcripts.test.ts plays all of them without the gateway.
 */
const chosen = [
  'attendance-chain',
  'attendance-late-leave',
  'attendance-pictures',
  'attendance-third-leave',
  'attendance-two-of-a-kind',
  'points-deduction-private',
  'points-materials',
  'points-last-year',
  'points-witnesses-and-materials',
  'rulings-confirm-all',
  'rulings-correction',
  'plain-everyday',
  'rulings-hearing',
  'rulings-superior',
  'publication-hold',
  'publication-national-day',
];

// One by one: the gateway's client reads its address from the process environment.
describe('对话经过本机的微信网关(gRPC),得到同样的分录', () => {
  it.each(chosen)('%s', (name) => demandSameLedger(`${name}.chat`, 'gateway'));
});
