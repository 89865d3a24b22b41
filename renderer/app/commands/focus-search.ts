/** Goes to the search field of what is on the screen, where there is one. */
export function focusSearch(): void {
  document.querySelector<HTMLInputElement>('main input[data-search]')?.focus();
}
