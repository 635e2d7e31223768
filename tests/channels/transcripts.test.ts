/** In one file, so that a transcript is played once without a channel for all of them. */
import { describe, expect, it } from 'vitest';
import { atMost } from '../support/channels/parallel.js';
import { mainTranscripts } from '../support/channels/through-channel.js';
import { demandSameLedger as overWechaty } from './wechaty/stage.js';
import { demandSameLedger as overWecom } from './wecom/stage.js';

const inTurn = atMost(3);

/** Over the gateway one of each part of the main job. */
const overGateway = [
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

describe.concurrent('每个对话经过微信,得到同样的分录', () => {
  it.each(mainTranscripts)('%s', (name) => inTurn(() => overWechaty(name, 'process')));
});

describe.concurrent('每个对话经过企业微信,得到同样的分录', () => {
  it.each(mainTranscripts)('%s', (name) => inTurn(() => overWecom(name)));
});

// One by one: the gateway's client reads its address from the process environment.
describe('对话经过本机的微信网关(gRPC),得到同样的分录', () => {
  it.each(overGateway)('%s', (name) => overWechaty(`${name}.chat`, 'gateway'));
});

it('对话不会悄悄一个也没有', () => {
  expect(mainTranscripts.length).toBeGreaterThan(20);
});
