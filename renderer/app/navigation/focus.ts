import { useNavigation } from './navigation.ts';

// Someone who moves to another step is to land on its heading; someone who just started the app is left alone.
let requested = false;
useNavigation.subscribe((now, before) => {
  if (now.step !== before.step) requested = true;
});

/** For a page that goes with the focus on its heading: the one in its place takes it over. */
export function passFocusOn(): void {
  requested = true;
}

/** Whether the page that appears now is to take the focus; true once for each change of step. */
export function takeFocusRequest(): boolean {
  const wanted = requested;
  requested = false;
  return wanted;
}
