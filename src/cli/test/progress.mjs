import { DefaultReporter } from 'vitest/node';

/** vitest's own report, with the progress of the run before each file. */
export default class Progress extends DefaultReporter {
  #all = 0;
  #done = 0;

  onTestRunStart(specifications) {
    this.#all = specifications.length;
    super.onTestRunStart(specifications);
  }

  onTestModuleEnd(testModule) {
    this.#done += 1;
    super.onTestModuleEnd(testModule);
  }

  getModuleLog(testModule, counts) {
    const width = String(this.#all).length;
    return `${String(this.#done).padStart(width)}/${this.#all}${super.getModuleLog(testModule, counts)}`;
  }
}
