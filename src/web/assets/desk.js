import { make } from './dom.js';

/** The desk works without any script; this only spares a search through long lists, and a sending in vain. */

/** From so many names on, a list can be narrowed. */
const LONG = 30;
const MAXIMUM_FILE_BYTES = 10 * 1024 * 1024;
const MAXIMUM_FORM_BYTES = 60 * 1024 * 1024;

for (const names of document.querySelectorAll('fieldset > .choices')) {
  const labels = [...names.querySelectorAll('label[data-find]')];
  if (labels.length < LONG) continue;
  const hint = '找人：姓名、拼音或首字母';
  const search = document.createElement('input');
  Object.assign(search, { type: 'search', placeholder: hint, ariaLabel: hint });
  search.addEventListener('input', () => {
    const typed = search.value.trim().toLowerCase();
    for (const label of labels) {
      const spelled = label.getAttribute('data-find')?.split(' ') ?? [];
      const fits = label.textContent.includes(typed) || spelled.some((one) => one.startsWith(typed));
      // Who is ticked stays in sight.
      label.toggleAttribute('hidden', !fits && label.querySelector('input:checked') === null);
    }
  });
  // Enter in the search sends no form.
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  names.before(search);
}

for (const form of document.querySelectorAll('form[enctype]')) {
  const problem = make('p', { class: 'said', role: 'alert' });
  form.addEventListener('submit', (event) => {
    const inputs = [...form.querySelectorAll('input[type=file]')].filter(
      (one) => one instanceof HTMLInputElement,
    );
    const files = inputs.flatMap(({ files }) => [...(files ?? [])]);
    const large = files.find(({ size }) => size > MAXIMUM_FILE_BYTES);
    const sum = files.reduce((total, { size }) => total + size, 0);
    if (large === undefined && sum <= MAXIMUM_FORM_BYTES) return;
    event.preventDefault();
    problem.textContent =
      large === undefined
        ? '没有发送：这些文件加起来超过60兆，请分几次登记。'
        : `没有发送：“${large.name}”超过10兆，请压缩以后再选。`;
    form.append(problem);
    problem.scrollIntoView({ block: 'center' });
  });
}
