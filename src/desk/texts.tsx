import { showYear } from '../app/year/overview.js';
import { showStatus } from '../app/status/show.js';
import type { Intent, UseCase } from '../app/use-case.js';
import { heard } from './heard.js';
import type { Page } from './page.js';

/** Pages that say what the chat says, to be read and printed. */
function textPage(path: string, title: string, useCase: UseCase, intent: () => Intent): Page {
  return {
    ...{ path, title, inMenu: true, who: useCase.offeredTo ?? useCase.who },
    view: (context) => <div class="card lines">{heard(context, intent())}</div>,
  };
}

export const texts: readonly Page[] = [
  textPage('/year', '年终', showYear as UseCase, () => showYear.intent({ picture: false })),
  textPage('/status', '状态', showStatus as UseCase, () => showStatus.intent({})),
];
