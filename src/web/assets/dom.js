/** Small helpers over the document. Text always enters as text: nothing here takes HTML. */

/**
 * Makes an element; strings among the children become text nodes.
 * @param {string} tag
 * @param {Record<string, string | boolean>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value === true) node.setAttribute(name, '');
    else if (value !== false) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * The element of the shell with this id.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const node = document.getElementById(id);
  if (!(node instanceof type)) throw new Error(`the page has no ${type.name} called ${id}`);
  return node;
}

/** @param {string} name */
export const icon = (name) => make('span', { class: `icon icon-${name}`, 'aria-hidden': 'true' });

/**
 * Opens a dialog that closes by its button, by Escape, and by a click beside it.
 * @param {HTMLDialogElement} dialog
 */
export function prepareDialog(dialog) {
  dialog.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target === dialog || target.closest('[data-close]')) dialog.close();
  });
}

/**
 * Shows one sentence, or hides its place.
 * @param {HTMLElement} place
 * @param {string} [sentence]
 */
export function tell(place, sentence) {
  place.textContent = sentence ?? '';
  place.hidden = !sentence;
}
