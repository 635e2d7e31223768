import { fetchClock, moveClock } from './api.js';
import { fromMilliseconds, fullTime, fullTimeWithYear, milliseconds, year } from './dates.js';
import { byId, make, prepareDialog, tell } from './dom.js';

/** The sample's clock in the top bar, and the panel that moves it forward. */
const buttons = document.querySelectorAll('.clock-button');
const panel = byId('clock-panel', HTMLDialogElement);
const panelNow = byId('clock-now', HTMLParagraphElement);
const jumps = byId('jumps', HTMLDivElement);
const form = byId('clock-form', HTMLFormElement);
const target = byId('clock-to', HTMLInputElement);
const progress = byId('clock-progress', HTMLDivElement);
const alert = byId('clock-alert', HTMLParagraphElement);

/** Milliseconds between repaints of the time. */
const TICK = 5_000;

/** The last time the server gave, and the age of this window at that moment. */
let told = { at: 0, since: 0 };

/** The sample's time as this window knows it. */
export const sampleNow = () => fromMilliseconds(told.at + performance.now() - told.since);

function paint() {
  const now = sampleNow();
  // Two pieces, so that a narrow screen breaks the line between them and not inside a date.
  const [date = '', rest = ''] = fullTimeWithYear(now).split(/(?=（)/);
  for (const button of buttons) {
    const time = /** @type {HTMLTimeElement} */ (button.querySelector('time'));
    time.dateTime = now;
    time.replaceChildren(make('span', {}, date), make('span', {}, rest));
  }
  panelNow.textContent = fullTimeWithYear(now);
}

/** @param {import('./types.d.ts').ClockState} state */
export function showClock({ now, moving }) {
  told = { at: milliseconds(now), since: performance.now() };
  progress.hidden = !moving;
  document.body.classList.toggle('is-moving', moving);
  for (const control of panel.querySelectorAll('.jumps button, .clock-form button, .clock-form input'))
    if (control instanceof HTMLButtonElement || control instanceof HTMLInputElement)
      control.disabled = moving;
  paint();
}

async function offerJumps() {
  const state = await fetchClock();
  showClock(state);
  const now = sampleNow();
  target.min = now.slice(0, 16);
  target.value = state.jumps.at(1)?.to.slice(0, 16) ?? now.slice(0, 16);
  jumps.replaceChildren(
    ...state.jumps.map(({ label, to }) => {
      const words = year(to) === year(now) ? fullTime(to) : fullTimeWithYear(to);
      const jump = make(
        'button',
        { type: 'button', class: 'jump', 'data-to': to },
        label,
        make('time', {}, words),
      );
      jump.addEventListener('click', () => move(to));
      return jump;
    }),
  );
}

/** @param {string} to */
async function move(to) {
  tell(alert);
  try {
    showClock(await moveClock(to));
    await offerJumps();
  } catch (error) {
    tell(alert, error instanceof Error ? error.message : '推进时间时出错。');
  }
}

export function prepareClock() {
  prepareDialog(panel);
  const open = () => {
    tell(alert);
    panel.showModal();
    offerJumps().catch((error) => tell(alert, error.message));
  };
  for (const button of buttons) button.addEventListener('click', open);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (target.value) void move(target.value.length === 16 ? `${target.value}:00` : target.value);
  });
  setInterval(paint, TICK);
}
