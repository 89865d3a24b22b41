/** Tells the whole of a text that does not fit, to who points at it: for `onMouseEnter`. */
export function tellWhole({ currentTarget: element }: { currentTarget: HTMLElement }): void {
  const cutOff = element.scrollWidth > element.clientWidth;
  if (cutOff) element.title = element.textContent ?? '';
  else element.removeAttribute('title');
}
