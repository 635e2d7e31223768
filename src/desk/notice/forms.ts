import { holdPublication } from '../../app/notices/hold.js';
import { publishNow } from '../../app/notices/publish.js';
import type { LineForm } from '../lines/kind.js';

/** When the scores become public is an officer's to say; the notice itself stays as it was posted. */
export const noticeForms: readonly LineForm[] = [
  {
    ...{ key: 'publish', title: '公示积分', of: publishNow, line: '/公示[ {period}]' },
    fields: { period: { label: '季度或月份（如 三季度）' } },
  },
  {
    ...{ key: 'hold', title: '暂缓公示', of: holdPublication, line: '/暂缓 {reason}' },
    fields: { reason: { label: '理由' } },
  },
];
